import { type FoldContext, keyName, memberName } from "./fold.ts";
import { entryOf } from "./option-names.ts";
import { child, outward, type SyntaxNode, unwrap } from "./syntax-tree.ts";

export interface ClockOrRandom {
  readonly capability: "clock" | "random";
  readonly place: SyntaxNode;
}

/** Every use of the clock in `Date` and `Temporal`, and of randomness in `Math`. */
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
}

function readsClock(node: SyntaxNode, sources: FoldContext): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "new_expression" && held.field === "constructor") {
    return (child(parent, "arguments")?.children.length ?? 0) === 0;
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
