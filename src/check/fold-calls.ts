import { allKnown, type Constant, isList, numbersOf } from "./constant.ts";
import { type Frame, functionCall, ownFunction } from "./fold-functions.ts";
import { globalCall, methodCall } from "./fold-methods.ts";
import { type Folding, foldElements, nameOfMember } from "./folding.ts";
import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";
import { unescapeText } from "./unescape.ts";

// Enough for the tables that obfuscators write, in one call and in one snippet: the work stays bounded.
const STEPS_MOST = 20_000;
const ALL_STEPS_MOST = 200_000;
const stepsLeft = new WeakMap<Scopes, number>();

/** The value of a call whose arguments are known. */
export function foldCall(node: SyntaxNode, folding: Folding): Constant | undefined {
  const [callee, list] = [child(node, "function"), child(node, "arguments")];
  if (!callee || !list) return undefined;
  const called = unwrap(callee);
  const own = ownFunction(called, folding.scopes);
  if (own) {
    const values = foldElements(list.children, folding);
    return values && callOwn(own, values, folding);
  }
  if (called.type === "identifier") {
    const isGlobal = folding.scopes.of(called)?.binding === null;
    const values = isGlobal ? foldElements(list.children, folding) : undefined;
    return values && globalCall(textOf(folding.tree, called), values);
  }
  const isMember = called.type === "member_expression" || called.type === "subscript_expression";
  return isMember ? foldMethod(called, list, folding) : undefined;
}

/** A typed array of constants, and a decoder of one. */
export function foldNew(node: SyntaxNode, folding: Folding): Constant | undefined {
  const made = child(node, "constructor");
  if (!made || folding.scopes.of(made)?.binding !== null) return undefined;
  if (!/^(?:Uint8|Uint16|Int8|Int16|Uint32)?Array$/.test(textOf(folding.tree, made))) return undefined;
  const values = foldElements(child(node, "arguments")?.children ?? [], folding);
  return values?.length === 1 && isList(values[0]) ? values[0] : undefined;
}

/** A template after a name: of `String.raw`, or of a function of the snippet's own. */
export function foldTag(node: SyntaxNode, folding: Folding): Constant | undefined {
  const [callee, template] = [child(node, "function"), child(node, "arguments")];
  if (!callee || !template || template.children.some((one) => one.type === "template_substitution")) {
    return undefined;
  }
  const text = textOf(folding.tree, template).slice(1, -1);
  const called = unwrap(callee);
  if (globalMember(called, "raw", folding) === "String.raw") return text;
  const own = ownFunction(called, folding.scopes);
  return own && callOwn(own, [[unescapeText(text)]], folding);
}

function foldMethod(called: SyntaxNode, list: SyntaxNode, folding: Folding): Constant | undefined {
  const [object, name] = [child(called, "object"), nameOfMember(called, folding)];
  if (!object || name === undefined) return undefined;
  const inner = unwrap(object);
  const global = globalMember(called, name, folding);
  if (global !== undefined) {
    const values = foldElements(list.children, folding);
    return values && globalCall(global, values);
  }
  if (name === "apply" || name === "call") return foldApplied(inner, name, list, folding);
  if (name === "decode" && inner.type === "new_expression") return decoded(list, folding);
  const target = folding.again(object);
  if (target === undefined) return undefined;
  const callback = list.children[0] && ownFunction(list.children[0], folding.scopes);
  if (callback && isList(target)) return withCallback({ target, name, callback, list }, folding);
  if (list.children[0]?.type === "regex") return replaced(target, name, list, folding);
  const values = foldElements(list.children, folding);
  return values && methodCall(target, name, values);
}

/** `String.fromCharCode` as "String.fromCharCode", of the real global. */
function globalMember(called: SyntaxNode, name: string, folding: Folding): string | undefined {
  const object = child(called, "object");
  const reference = object && folding.scopes.of(unwrap(object));
  return reference?.binding === null ? `${reference.name}.${name}` : undefined;
}

function foldApplied(
  called: SyntaxNode,
  how: "apply" | "call",
  list: SyntaxNode,
  folding: Folding,
): Constant | undefined {
  const rest = foldElements(list.children.slice(1), folding);
  const given = how === "apply" ? rest?.[0] : rest;
  const values = isList(given) ? given : rest && [];
  const name = nameOfMember(called, folding);
  const global = name === undefined ? undefined : globalMember(called, name, folding);
  return values && global !== undefined ? globalCall(global, values) : undefined;
}

function decoded(list: SyntaxNode, folding: Folding): string | undefined {
  const bytes = list.children[0] && folding.again(list.children[0]);
  const numbers = isList(bytes) ? numbersOf(bytes) : undefined;
  return numbers && new TextDecoder().decode(Uint8Array.from(numbers));
}

// Without quantifiers and groups: what such an expression takes is linear in the text.
const SIMPLE = /^\/((?:\[[^\]\\^]*\]|[\w\s#@!%&=:;,~_-]|\\[.\-$^|*+?()[\]{}/dws])+)\/(g?i?)$/;

function replaced(target: Constant, name: string, list: SyntaxNode, folding: Folding): Constant | undefined {
  const [pattern, second] = list.children;
  const simple = pattern && SIMPLE.exec(textOf(folding.tree, pattern));
  if (typeof target !== "string" || !simple) return undefined;
  const expression = new RegExp(simple[1]!, simple[2]);
  if (name === "split") return target.split(expression);
  const text = second && folding.again(second);
  if ((name !== "replace" && name !== "replaceAll") || typeof text !== "string") return undefined;
  return target.replace(expression, () => text);
}

interface Callback {
  readonly target: readonly Constant[];
  readonly name: string;
  readonly callback: SyntaxNode;
  readonly list: SyntaxNode;
}

function withCallback({ target, name, callback, list }: Callback, folding: Folding): Constant | undefined {
  const call = (...values: readonly Constant[]) => callOwn(callback, values, folding);
  if (name === "map") return allKnown(target.map((one, place) => call(one, place)));
  if (name === "filter") {
    const kept = allKnown(target.map((one, place) => call(one, place)));
    return kept && target.filter((_, place) => kept[place]);
  }
  if (name !== "reduce" && name !== "reduceRight") return undefined;
  const start = list.children[1] && folding.again(list.children[1]);
  const ordered = name === "reduce" ? target : [...target].reverse();
  const [first, ...others] = list.children[1] ? [start, ...ordered] : ordered;
  return others.reduce<Constant | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : call(sum, one)),
    first,
  );
}

function callOwn(
  own: SyntaxNode,
  values: readonly Constant[],
  { scopes, frame, again }: Folding,
): Constant | undefined {
  const call = (around: Frame) =>
    functionCall(own, values, { scopes, frame: around, fold: (node, inner) => again(node, inner) });
  if (frame) return call(frame);
  const left = stepsLeft.get(scopes) ?? ALL_STEPS_MOST;
  const steps = { left: Math.min(left, STEPS_MOST) };
  const before = steps.left;
  const value = call({ values: new Map(), steps });
  stepsLeft.set(scopes, left - (before - steps.left));
  return value;
}
