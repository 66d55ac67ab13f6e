import { behind } from "./aliases.ts";
import { keyName, memberName } from "./fold.ts";
import type { FoldContext } from "./folding.ts";
import { entryOf } from "./option-names.ts";
import { child, nodesOf, outward, type SyntaxNode, unwrap } from "./syntax-tree.ts";

export interface ClockOrRandom {
  readonly capability: "clock" | "random";
  readonly place: SyntaxNode;
}

/** Every use of the clock in `Date`, `Temporal` and `Intl`, and of randomness in `Math`. */
export function* clockAndRandom(sources: FoldContext): Generator<ClockOrRandom> {
  for (const { name, node, binding } of sources.scopes.references) {
    if (binding) continue;
    if (name === "Date" && readsClock(node, sources)) yield { capability: "clock", place: node };
    if (name === "Temporal" && !isMemberOtherThan(node, "Now", sources)) {
      yield { capability: "clock", place: node };
    }
    if (name === "Math" && !isMemberOtherThan(node, "random", sources)) {
      yield { capability: "random", place: node };
    }
  }
  for (const call of nodesOf(sources.tree, "call_expression")) {
    if (formatsNow(call, sources)) yield { capability: "clock", place: call };
  }
}

/** `format()` of a format for dates: without a date it writes the time that it is. */
function formatsNow(call: SyntaxNode, sources: FoldContext): boolean {
  const callee = unwrap(child(call, "function") ?? call);
  const object = child(callee, "object");
  const given = child(call, "arguments")?.children.length;
  if (!object || given !== 0 || !/^format(?:ToParts)?$/.test(memberName(callee, sources) ?? "")) return false;
  const maker = behind(object, sources.scopes);
  const made = child(maker, "constructor") ?? child(maker, "function");
  const global = made && child(made, "object");
  if (!global || memberName(made, sources) !== "DateTimeFormat") return false;
  const reference = sources.scopes.of(global);
  return reference?.name === "Intl" && reference.binding === null;
}

function readsClock(node: SyntaxNode, sources: FoldContext): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "new_expression" && held.field === "constructor") {
    const given = child(parent, "arguments")?.children ?? [];
    // What is spread may be nothing.
    return given.every((one) => one.type === "spread_element");
  }
  if (parent?.type === "binary_expression" && held.field === "right") {
    return !parent.tokens.includes("instanceof");
  }
  return !isMemberOtherThan(node, "now", sources);
}

/** Whether a global is only used for a member that is known and not the one named. */
function isMemberOtherThan(node: SyntaxNode, name: string, sources: FoldContext): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "member_expression" || parent?.type === "subscript_expression") {
    if (held.field !== "object") return false;
    const member = memberName(parent, sources);
    return member !== undefined && member !== name;
  }
  if (parent?.type === "variable_declarator" && held.field === "value") {
    const pattern = child(parent, "name");
    if (pattern?.type !== "object_pattern") return false;
    return pattern.children.every((entry) => {
      const { key } = entryOf(entry);
      const known = key && keyName(unwrap(key), sources);
      return known !== undefined && known !== name;
    });
  }
  return false;
}
