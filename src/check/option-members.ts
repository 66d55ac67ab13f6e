import { PLAIN_TYPES, type Unsayable, unsayable } from "./option-hints.ts";
import { findTypeAlias, withoutParentheses } from "./option-type.ts";
import { child, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

/** A name that can be typed after `--`. */
export const NAME = /^[a-z][\w-]*$/i;

export const WRITE_OUT = `write each option out in the second parameter's type, as in { n = 10 }: { n?: number }: ${PLAIN_TYPES}`;

const ALIASES_MOST = 8;

/** The members of the type of the options: of an object type, of an interface, or of an alias for one. */
export function optionMembers(
  type: SyntaxNode,
  tree: SyntaxTree,
  depth = 0,
): { readonly list: readonly SyntaxNode[] } | Unsayable {
  if (type.type === "object_type" || type.type === "interface_body") return { list: type.children };
  if (isNothing(type, tree)) return { list: [] };
  const name = textOf(tree, type).replace(/\s+/g, " ");
  const alias = type.type === "type_identifier" ? findTypeAlias(name, tree) : undefined;
  if (!alias || depth > ALIASES_MOST) return notSpelledOut(type, tree);
  if (alias.children.some((one) => one.type === "extends_type_clause")) {
    return {
      why: `${name} must not extend another type`,
      hint: `write the members of both in ${name}: ${PLAIN_TYPES}`,
    };
  }
  if (child(alias, "type_parameters")) {
    return {
      why: `${name} must not depend on another type`,
      hint: "leave the type parameter out, and write the type where it stands",
    };
  }
  const value = child(alias, "body") ?? child(alias, "value");
  return value ? optionMembers(withoutParentheses(value), tree, depth + 1) : notSpelledOut(type, tree);
}

function notSpelledOut(type: SyntaxNode, tree: SyntaxTree): Unsayable {
  const text = textOf(tree, type).replace(/\s+/g, " ");
  const { hint } = unsayable(type, tree);
  return {
    why: `the options have the type ${text}, which this module does not spell out`,
    hint: hint.startsWith("write one of") || PLAIN.has(type.type) ? WRITE_OUT : hint,
  };
}

// For one option such a type would do.
const PLAIN = new Set(["predefined_type", "literal_type", "union_type", "array_type", "tuple_type"]);

/** What stands for "no options": `Record<string, never>`, `object`, `undefined`. */
function isNothing(type: SyntaxNode, tree: SyntaxTree): boolean {
  if (type.type !== "generic_type") {
    return /^(?:object|undefined|never|unknown|void)$/.test(textOf(tree, type));
  }
  const name = child(type, "name");
  const [key, value] = child(type, "type_arguments")?.children ?? [];
  if (!name || !key || !value || textOf(tree, name) !== "Record") return false;
  return textOf(tree, key) === "string" && /^(?:never|unknown)$/.test(textOf(tree, value));
}

/** A member of the options that is no option. */
export function notAnOption(member: SyntaxNode): Unsayable {
  return MEMBERS.get(member.type) ?? { why: "an option needs a plain name and a type", hint: WRITE_OUT };
}

const MEMBERS: ReadonlyMap<string, Unsayable> = new Map([
  [
    "index_signature",
    {
      why: "options of any name have no form on a command line",
      hint: "take pairs as a list, `set?: string[]`, and split each at its `=`",
    },
  ],
  ...["method_signature", "call_signature", "construct_signature"].map(
    (type) =>
      [
        type,
        {
          why: "a function has no form on a command line",
          hint: 'take a choice, `by?: "size" | "name"`, and choose the function by it in the code',
        },
      ] as const,
  ),
]);

export function badName(name: string): Unsayable {
  return {
    why: name === "" ? "an option needs a plain name" : `the option ${name} needs a plain name`,
    hint: "begin it with a letter from a to z, and go on with letters, digits, `-` and `_`",
  };
}
