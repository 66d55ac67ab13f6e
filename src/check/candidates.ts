import type { Binding } from "./binding.ts";
import { nameOf } from "./called-with.ts";
import { type Constant, isList } from "./constant.ts";
import { fold } from "./fold.ts";
import type { FoldContext } from "./folding.ts";
import { goneThrough } from "./gone-through.ts";
import { child, outward, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";

// Calls and assignments that are looked at, for one name.
const LOOKED_AT_MOST = 64;

/**
 * Values a name may have that has more than one: what it is set to, what `+=` makes of that in the order of
 * the text, its default, the elements of the list it goes through, what calls of the function it is a parameter of hand
 * over, and texts that are pushed to a list one by one and joined. Some of what may be, not all: a key that is none of these is no safer.
 */
export function candidates(node: SyntaxNode, context: FoldContext): readonly Constant[] {
  const inner = unwrap(node);
  const known = fold(inner, context);
  if (known !== undefined) return [known];
  const binding = context.scopes.of(inner)?.binding;
  if (!binding) return [...ofChoice(inner, context), ...ofJoin(inner, context)];
  const before = looked.get(binding);
  if (before) return before;
  const found = ofBinding(binding, context).filter((one) => one !== undefined);
  looked.set(binding, found);
  return found;
}

// A name may be a key in a thousand places.
const looked = new WeakMap<Binding, readonly Constant[]>();

function ofBinding(binding: Binding, context: FoldContext): readonly (Constant | undefined)[] {
  const { value, standIn, kind } = binding;
  const first = value && fold(value, context);
  const handed = kind === "parameter" ? ofCalls(binding, context) : [];
  const elements = ofList(binding, context);
  return [
    first,
    standIn && fold(standIn, context),
    ...handed,
    ...elements,
    ...ofWrites(binding, first, context),
  ];
}

/** The elements of the list that the name goes through. */
function ofList(binding: Binding, context: FoldContext): readonly Constant[] {
  const list = goneThrough(binding, context.tree);
  const elements = list && fold(list, context);
  return isList(elements) ? elements.slice(0, LOOKED_AT_MOST) : [];
}

function ofWrites(
  binding: Binding,
  first: Constant | undefined,
  context: FoldContext,
): readonly (Constant | undefined)[] {
  const values: (Constant | undefined)[] = [];
  let sum = first;
  for (const { node } of context.scopes.referencesTo(binding).slice(0, LOOKED_AT_MOST)) {
    const { parent, held } = outward(node);
    if (held.field !== "left" || !parent?.type.endsWith("assignment_expression")) continue;
    const right = child(parent, "right");
    const value = right && fold(right, context);
    if (parent.type === "assignment_expression") sum = value;
    else if (parent.tokens.includes("+=")) {
      sum = sum === undefined || value === undefined ? undefined : String(sum) + String(value);
    }
    values.push(value, sum);
  }
  return values;
}

/** What is handed over where a function is called by its name. */
function ofCalls(parameter: Binding, context: FoldContext): readonly (Constant | undefined)[] {
  const { declaration } = parameter;
  const place = child(declaration, "parameters")?.children.findIndex(
    (one) => (child(one, "left") ?? one) === parameter.node,
  );
  const called = nameOf(declaration, context.scopes);
  if (place === undefined || place < 0 || !called) return [];
  return context.scopes
    .referencesTo(called)
    .slice(0, LOOKED_AT_MOST)
    .map(({ node }) => {
      const { parent, held } = outward(node);
      if (parent?.type !== "call_expression" || held.field !== "function") return undefined;
      const argument = child(parent, "arguments")?.children[place];
      return argument && fold(argument, context);
    });
}

/** What a choice can come to, of which the condition is not known. */
function ofChoice(node: SyntaxNode, context: FoldContext): readonly Constant[] {
  const isChoice =
    node.type === "ternary_expression" ||
    (node.type === "binary_expression" && node.tokens.some((token) => CHOOSES.has(token)));
  if (!isChoice) return [];
  const parts = ["consequence", "alternative", "left", "right"].map((field) => child(node, field));
  return parts.flatMap((one) => (one ? candidates(one, context) : []));
}

const CHOOSES = new Set(["||", "&&", "??"]);

/** `parts.join("")` of a list that texts were pushed to. */
function ofJoin(node: SyntaxNode, context: FoldContext): readonly Constant[] {
  const callee = node.type === "call_expression" ? child(node, "function") : undefined;
  const [object, property] = [callee && child(callee, "object"), callee && child(callee, "property")];
  const binding = object && context.scopes.of(unwrap(object))?.binding;
  if (!binding?.value || !property || textOf(context.tree, property) !== "join") return [];
  const start = fold(binding.value, context);
  const separator = child(node, "arguments")?.children[0];
  const between = separator ? fold(separator, context) : ",";
  if (!isList(start) || typeof between !== "string") return [];
  const pushed = context.scopes
    .referencesTo(binding)
    .slice(0, LOOKED_AT_MOST)
    .flatMap(({ node: use }) => {
      const { parent } = outward(use);
      const call = parent?.type === "member_expression" ? outward(parent).parent : null;
      const name = parent && child(parent, "property");
      if (call?.type !== "call_expression" || !name || textOf(context.tree, name) !== "push") return [];
      return (child(call, "arguments")?.children ?? []).map((one) => fold(one, context) ?? "");
    });
  return [[...start, ...pushed].join(between)];
}
