import type { OptionSchema } from "../terms/option.ts";
import { behind } from "./aliases.ts";
import type { Binding } from "./binding.ts";
import { calledWith } from "./called-with.ts";
import { isList } from "./constant.ts";
import { fold, memberName } from "./fold.ts";
import type { FoldContext } from "./folding.ts";
import { goneThrough } from "./gone-through.ts";
import { child, type SyntaxNode, unwrap } from "./syntax-tree.ts";
import { isUnchanged } from "./unchanged.ts";
import { unescapeText } from "./unescape.ts";

/** Where values come from that a user gives: the options, by the names that hold them. */
export interface OptionSources extends FoldContext {
  readonly schema: OptionSchema;
  /** Names that hold one option. */
  readonly names: ReadonlyMap<Binding, string>;
  /** The name that holds all of them, where they are not taken apart. */
  readonly all: Binding | undefined;
}

// More is no list that anybody reads before saying yes.
const TEXTS_MOST = 16;
// Elements and calls that are looked at for one place.
const LOOKED_AT_MOST = 64;
const DEPTH_MOST = 12;

/**
 * Every text that an expression can be, where they are all known: a constant, a choice between such, an option whose
 * type lists its values, and what is put together of these. Undefined where it may be another one.
 */
export function possibleTexts(node: SyntaxNode, sources: OptionSources): readonly string[] | undefined {
  const texts = possible(node, sources, 0);
  return texts && bounded([...new Set(texts)]);
}

type Texts = readonly string[] | undefined;

function possible(node: SyntaxNode, sources: OptionSources, depth: number): Texts {
  if (depth > DEPTH_MOST) return undefined;
  const known = fold(node, sources);
  if (known !== undefined) return typeof known === "string" ? [known] : undefined;
  const inner = behind(node, sources.scopes);
  const again = (one: SyntaxNode | undefined) => one && possible(one, sources, depth + 1);
  switch (inner.type) {
    case "identifier":
      return ofName(inner, sources, again);
    case "ternary_expression":
      return either(again(child(inner, "consequence")), again(child(inner, "alternative")));
    case "binary_expression":
      return ofOperator(inner, again);
    case "template_string":
      return ofTemplate(inner, sources, again);
    case "member_expression":
    case "subscript_expression":
      return ofMember(inner, sources, again);
    default:
      return undefined;
  }
}

type Again = (node: SyntaxNode | undefined) => Texts;

function either(left: Texts, right: Texts): Texts {
  return left && right && bounded([...left, ...right]);
}

/** Each of the ones, followed by each of the others. */
function joined(left: Texts, right: Texts): Texts {
  return left && right && bounded(left.flatMap((one) => right.map((other) => one + other)));
}

function bounded(texts: readonly string[]): Texts {
  return texts.length > TEXTS_MOST ? undefined : texts;
}

function ofOperator(node: SyntaxNode, again: Again): Texts {
  const [left, right] = [again(child(node, "left")), again(child(node, "right"))];
  if (node.tokens.includes("+")) return joined(left, right);
  return node.tokens.includes("??") || node.tokens.includes("||") ? either(left, right) : undefined;
}

function ofTemplate(node: SyntaxNode, { tree }: OptionSources, again: Again): Texts {
  let texts: Texts = [""];
  let at = node.start + 1;
  for (const part of node.children) {
    if (part.type !== "template_substitution") continue;
    texts = joined(joined(texts, [unescapeText(tree.text.slice(at, part.start))]), again(part.children[0]));
    at = part.end;
  }
  return joined(texts, [unescapeText(tree.text.slice(at, node.end - 1))]);
}

function ofName(node: SyntaxNode, sources: OptionSources, again: Again): Texts {
  const binding = sources.scopes.of(node)?.binding;
  if (!binding || sources.scopes.isReassigned(binding)) return undefined;
  const option = optionOf(node, sources);
  if (option !== undefined) return valuesOf(option, "one", sources);
  const list = goneThrough(binding, sources.tree);
  if (list) return elements(list, sources, again);
  return binding.standIn ? undefined : each(calledWith(binding, sources.scopes) ?? [undefined], again);
}

/** The values that the type of an option lists, with its default, which is none of them in code that is wrong. */
function valuesOf(name: string, how: "one" | "each", { schema }: OptionSources): Texts {
  const option = schema.options.find((one) => one.name === name);
  if (!option?.choices || option.array !== (how === "each")) return undefined;
  const given = [option.default ?? []].flat();
  const texts = [...option.choices, ...given].filter((one) => typeof one === "string");
  return texts.length === option.choices.length + given.length ? bounded([...new Set(texts)]) : undefined;
}

function elements(list: SyntaxNode, sources: OptionSources, again: Again): Texts {
  const known = fold(list, sources);
  if (isList(known)) return known.every((one) => typeof one === "string") ? bounded(known) : undefined;
  const literal = asWritten(list, sources);
  if (literal.type === "array") return each(literal.children, again);
  const option = optionOf(literal, sources);
  return option === undefined ? undefined : valuesOf(option, "each", sources);
}

function each(nodes: readonly (SyntaxNode | undefined)[], again: Again): Texts {
  if (nodes.length > LOOKED_AT_MOST) return undefined;
  return nodes.map(again).reduce<Texts>(either, []);
}

/** The literal that a name stands for, where nothing is done to it under this name or another. */
function asWritten(node: SyntaxNode, sources: OptionSources): SyntaxNode {
  const binding = sources.scopes.of(unwrap(node))?.binding;
  const value = binding?.value && unwrap(binding.value);
  if (!value || sources.scopes.isReassigned(binding) || !isUnchanged(binding, sources)) return unwrap(node);
  return value;
}

/** The option that an expression is. */
function optionOf(node: SyntaxNode, sources: OptionSources): string | undefined {
  const binding = sources.scopes.of(node)?.binding;
  // With a default that cannot be seen it may be anything.
  const { standIn } = binding ?? {};
  if (binding)
    return standIn && fold(standIn, sources) === undefined ? undefined : sources.names.get(binding);
  const object = child(node, "object");
  const isOption = object && sources.all && sources.scopes.of(object)?.binding === sources.all;
  return isOption && !sources.scopes.isReassigned(sources.all!) ? memberName(node, sources) : undefined;
}

function ofMember(node: SyntaxNode, sources: OptionSources, again: Again): Texts {
  const option = optionOf(node, sources);
  if (option !== undefined) return valuesOf(option, "one", sources);
  const object = child(node, "object");
  return object && ofTable(object, sources, again);
}

/** Any of the values of a list or an object that is as it was written: what it inherits is no text. */
function ofTable(object: SyntaxNode, sources: OptionSources, again: Again): Texts {
  const table = asWritten(object, sources);
  if (table.type === "array" || isList(fold(object, sources))) return elements(object, sources, again);
  if (table.type !== "object" || table.children.some((one) => one.type !== "pair")) return undefined;
  const values = table.children.map((one) => child(one, "value"));
  return each(values, again);
}
