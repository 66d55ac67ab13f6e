import type { OptionSpec } from "../terms/option.ts";
import { PLAIN_TYPES, type Unsayable, unsayable } from "./option-hints.ts";
import { child, nodesOf, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";
import { unescapeText } from "./unescape.ts";

/** What an option may be, read from a type. `optional` where the type itself admits its absence. */
export interface OptionType {
  readonly type: OptionSpec["type"];
  readonly array: boolean;
  readonly choices?: readonly (string | number)[];
  readonly optional: boolean;
}

const DEPTH_MOST = 8;

/** Read the type of one option. */
export function readOptionType(node: SyntaxNode, tree: SyntaxTree, depth = 0): OptionType | Unsayable {
  const inner = withoutParentheses(node);
  const text = textOf(tree, inner);
  switch (inner.type) {
    case "predefined_type":
      return text === "number" || text === "string" || text === "boolean"
        ? { type: text, array: false, optional: false }
        : unsayable(inner, tree);
    case "literal_type":
    case "union_type":
      return readUnion(inner, tree, depth);
    case "array_type":
      return arrayOf(inner, inner.children[0], tree, depth);
    case "readonly_type":
      return inner.children[0] ? readOptionType(inner.children[0], tree, depth + 1) : unsayable(inner, tree);
    case "generic_type": {
      const name = child(inner, "name");
      const isArray = name !== undefined && /^(Readonly)?Array$/.test(textOf(tree, name));
      if (isArray) return arrayOf(inner, child(inner, "type_arguments")?.children[0], tree, depth);
      return unsayable(inner, tree);
    }
    case "type_identifier": {
      const alias = findTypeAlias(text, tree);
      if (alias && depth >= DEPTH_MOST) return TOO_FAR;
      const value = alias && child(alias, "value");
      if (alias?.type === "interface_declaration") return { ...unsayable(inner, tree), hint: OBJECT };
      return value ? readOptionType(value, tree, depth + 1) : unsayable(inner, tree);
    }
    default:
      return unsayable(inner, tree);
  }
}

const OBJECT = "give each of its members an option of its own";
const TOO_FAR: Unsayable = {
  why: `its type is behind more than ${DEPTH_MOST} names`,
  hint: `write the type itself: ${PLAIN_TYPES}`,
};

export function findTypeAlias(name: string, tree: SyntaxTree): SyntaxNode | undefined {
  return nodesOf(tree, "type_alias_declaration", "interface_declaration").find((one) => {
    const declared = child(one, "name");
    return declared !== undefined && textOf(tree, declared) === name;
  });
}

export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while ((inner.type === "parenthesized_type" || inner.type === "type_annotation") && inner.children[0]) {
    inner = inner.children[0];
  }
  return inner;
}

function arrayOf(
  array: SyntaxNode,
  element: SyntaxNode | undefined,
  tree: SyntaxTree,
  depth: number,
): OptionType | Unsayable {
  const type = element ? readOptionType(element, tree, depth + 1) : unsayable(array, tree);
  if ("why" in type) return type;
  if (type.array) {
    return {
      why: "an array of arrays has no form on a command line",
      hint: "take a list of texts, `rows?: string[]`, and split each in the code",
    };
  }
  if (type.type === "boolean") {
    return {
      why: "an array of booleans has no form on a command line",
      hint: 'take a list of words: `flags?: ("yes" | "no")[]`',
    };
  }
  return { ...type, array: true, optional: false };
}

function readUnion(node: SyntaxNode, tree: SyntaxTree, depth: number): OptionType | Unsayable {
  const members = membersOf(node).map(withoutParentheses);
  const present = members.filter((one) => !isAbsence(one, tree));
  const optional = present.length < members.length;
  const literals = present.map((one) => literalOf(one, tree));
  const [only] = present;
  if (only && present.length === 1 && literals[0] === undefined) {
    // A literal that is no text, number or truth value has nothing in it to look at.
    const read =
      only.type === "literal_type" ? literalHint(only, tree) : readOptionType(only, tree, depth + 1);
    return "why" in read ? read : { ...read, optional };
  }
  if (literals.length > 0 && literals.every((one) => typeof one === "boolean")) {
    return { type: "boolean", array: false, optional };
  }
  const choices = literals.filter((one) => typeof one === "string" || typeof one === "number");
  const kinds = new Set(choices.map((one) => typeof one));
  if (choices.length !== present.length || kinds.size !== 1)
    return mixedUnion(present, { node, tree, depth });
  return { type: [...kinds][0] as "string" | "number", array: false, choices, optional };
}

/** `1n`: what is in a literal type that is none of the plain ones. */
function literalHint(literal: SyntaxNode, tree: SyntaxTree): Unsayable {
  const isBig = /^-?\d[\w]*n$/.test(textOf(tree, literal));
  const { why, hint } = unsayable(literal, tree);
  return {
    why,
    hint: isBig ? 'write the choices as texts, `"1" | "2"`, and make it in the code: `BigInt(n)`' : hint,
  };
}

const ONE_KIND = "a union must be of texts alone or of numbers alone, each written out";

function mixedUnion(
  present: readonly SyntaxNode[],
  { node, tree, depth }: { readonly node: SyntaxNode; readonly tree: SyntaxTree; readonly depth: number },
): Unsayable {
  if (present.length === 0) {
    return { why: `${textOf(tree, node)} is nothing that can be given`, hint: `write one of ${PLAIN_TYPES}` };
  }
  const read = present.map((one) => readOptionType(one, tree, depth + 1));
  const sayable = read.flatMap((one) => ("why" in one ? [] : [one]));
  const odd = read.find((one) => "why" in one);
  if (odd) return { why: `${ONE_KIND}, and ${odd.why}`, hint: odd.hint };
  if (sayable.some((one) => one.array)) {
    return { why: ONE_KIND, hint: "take the list alone, `fields?: string[]`: it may have one value" };
  }
  if (sayable.some((one) => one.type === "boolean")) {
    return { why: ONE_KIND, hint: 'write true and false as words: `colour?: "yes" | "no" | "auto"`' };
  }
  const hint = "take a text, `most?: string`, and look in the code whether it is a number: `Number(most)`";
  return { why: ONE_KIND, hint };
}

function membersOf(node: SyntaxNode): readonly SyntaxNode[] {
  const inner = withoutParentheses(node);
  return inner.type === "union_type" ? inner.children.flatMap(membersOf) : [inner];
}

function isAbsence(node: SyntaxNode, tree: SyntaxTree): boolean {
  return ["undefined", "null"].includes(textOf(tree, node));
}

function literalOf(node: SyntaxNode, tree: SyntaxTree): string | number | boolean | undefined {
  const value = node.type === "literal_type" ? node.children[0] : undefined;
  if (!value) return undefined;
  const text = textOf(tree, value);
  if (value.type === "string") return unescapeText(text.slice(1, -1));
  if (value.type === "true" || value.type === "false") return value.type === "true";
  const number = Number(text.replaceAll(/[_\s]/g, ""));
  return Number.isNaN(number) ? undefined : number;
}
