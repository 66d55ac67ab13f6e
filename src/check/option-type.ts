import type { OptionSpec } from "../terms/option.ts";
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

/** Read the type of one option. A string is the reason why a command line cannot express it. */
export function readOptionType(node: SyntaxNode, tree: SyntaxTree, depth = 0): OptionType | string {
  const inner = withoutParentheses(node);
  const text = textOf(tree, inner);
  switch (inner.type) {
    case "predefined_type":
      return text === "number" || text === "string" || text === "boolean"
        ? { type: text, array: false, optional: false }
        : `the type ${text} has no form on a command line`;
    case "literal_type":
    case "union_type":
      return readUnion(inner, tree, depth);
    case "array_type":
      return arrayOf(inner.children[0], tree, depth);
    case "readonly_type":
      return inner.children[0] ? readOptionType(inner.children[0], tree, depth + 1) : "it is incomplete";
    case "generic_type": {
      const name = child(inner, "name");
      const isArray = name !== undefined && /^(Readonly)?Array$/.test(textOf(tree, name));
      if (isArray) return arrayOf(child(inner, "type_arguments")?.children[0], tree, depth);
      return `${text} has no form on a command line`;
    }
    case "type_identifier": {
      const alias = depth < DEPTH_MOST ? findTypeAlias(text, tree) : undefined;
      const value = alias && child(alias, "value");
      return value ? readOptionType(value, tree, depth + 1) : `${text} has no form on a command line`;
    }
    default:
      return `${text.replace(/\s+/g, " ")} has no form on a command line`;
  }
}

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

function arrayOf(element: SyntaxNode | undefined, tree: SyntaxTree, depth: number): OptionType | string {
  const type = element ? readOptionType(element, tree, depth + 1) : "it has no element type";
  if (typeof type === "string") return type;
  if (type.array) return "an array of arrays has no form on a command line";
  if (type.type === "boolean") return "an array of booleans has no form on a command line";
  return { ...type, array: true, optional: false };
}

function readUnion(node: SyntaxNode, tree: SyntaxTree, depth: number): OptionType | string {
  const members = membersOf(node).map(withoutParentheses);
  const present = members.filter((one) => !isAbsence(one, tree));
  const optional = present.length < members.length;
  const literals = present.map((one) => literalOf(one, tree));
  if (present.length === 1 && literals[0] === undefined) {
    const only = present[0]!.type === "union_type" ? undefined : readOptionType(present[0]!, tree, depth + 1);
    return only === undefined || typeof only === "string" ? (only ?? "it is empty") : { ...only, optional };
  }
  if (literals.length > 0 && literals.every((one) => typeof one === "boolean")) {
    return { type: "boolean", array: false, optional };
  }
  const choices = literals.filter((one) => typeof one === "string" || typeof one === "number");
  const kinds = new Set(choices.map((one) => typeof one));
  if (choices.length !== present.length || kinds.size !== 1) {
    return present.length > 1
      ? "a union must be of texts alone or of numbers alone, each written out"
      : "it is empty";
  }
  return { type: [...kinds][0] as "string" | "number", array: false, choices, optional };
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
