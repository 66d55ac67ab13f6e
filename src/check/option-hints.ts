import { child, nodesOf, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

/** Why a type has no form on a command line, and how to write the option instead. */
export interface Unsayable {
  readonly why: string;
  readonly hint: string;
}

export const PLAIN_TYPES = 'number, string, boolean, "a" | "b", or an array of those';

/** What to write instead of a type that no option can have. The name of a type counts before its form. */
export function unsayable(type: SyntaxNode, tree: SyntaxTree): Unsayable {
  const text = textOf(tree, type).replace(/\s+/g, " ");
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const name = type.type === "generic_type" ? textOf(tree, child(type, "name") ?? type) : text;
  const byName = NAMED.find(({ names }) => names.includes(name))?.hint;
  const hint =
    byName ??
    (hasAnyName(type) ? PAIRS : undefined) ??
    madeElsewhere(name, tree) ??
    FORMS.get(type.type) ??
    `write one of ${PLAIN_TYPES}`;
  return { why: `${shown} has no form on a command line`, hint };
}

/** `{ [name: string]: string }` */
function hasAnyName({ children }: SyntaxNode): boolean {
  return children.some((one) => one.type === "index_signature");
}

const PAIRS = "take pairs as a list, `set?: string[]`, and split each at its `=`";
const TIME = "take a text, `since?: string`, and read it in the code: `new Date(since)`";

const NAMED: readonly { readonly names: readonly string[]; readonly hint: string }[] = [
  { names: ["Date", "Temporal.Instant", "Temporal.PlainDate", "Temporal.PlainDateTime"], hint: TIME },
  {
    names: ["RegExp"],
    hint: "take the pattern as a text, `pattern?: string`, and make it in the code: `new RegExp(pattern)`",
  },
  { names: ["Map", "ReadonlyMap", "Record", "WeakMap"], hint: PAIRS },
  {
    names: ["Set", "ReadonlySet"],
    hint: "take a list, `fields?: string[]`, and make the set in the code: `new Set(fields)`",
  },
  {
    names: ["bigint", "BigInt"],
    hint: "take a text, `id?: string`, and make it a number in the code: `BigInt(id)`",
  },
  { names: ["symbol", "unique symbol"], hint: 'take a choice of texts: `by?: "a" | "b"`' },
  { names: ["URL"], hint: "take a text, `address?: string`, and read it in the code: `new URL(address)`" },
  {
    names: ["Uint8Array", "ArrayBuffer", "Uint8Array<ArrayBuffer>", "Blob", "File"],
    hint: "take a text; for a file, call `read` of the third parameter with its path written out",
  },
  {
    names: ["Partial", "Required", "Readonly", "Pick", "Omit", "NonNullable", "Exclude", "Extract"],
    hint: "write out what it stands for: each option with `?` after its name where it may be left out",
  },
  { names: ["String", "Number", "Boolean"], hint: "write it small: `string`, `number`, `boolean`" },
  { names: ["any", "unknown", "object", "Object", "never", "void"], hint: `say what it is: ${PLAIN_TYPES}` },
  {
    names: ["Input", "InputRecord", "Levers"],
    hint: "the input is the first parameter, and what was granted the third",
  },
];

const WRITE_TEXTS = 'write the choices out: `by?: "a" | "b"`';
const LIST = "take a list, `range?: number[]`, or give each place an option of its own";

/** By the form of a type, as the grammar calls it. */
const FORMS: ReadonlyMap<string, string> = new Map([
  [
    "object_type",
    "give each of its members an option of its own: `{ where: { status: number } }` becomes `{ status: number }`",
  ],
  ["intersection_type", "write all of the members in one type"],
  ["tuple_type", LIST],
  ["function_type", 'take a choice, `by?: "size" | "name"`, and choose the function by it in the code'],
  ["constructor_type", 'take a choice, `by?: "size" | "name"`, and choose the class by it in the code'],
  ["template_literal_type", "take a `string`, and look in the code whether it has the form"],
  ["template_type", "take a `string`, and look in the code whether it has the form"],
  ["index_type_query", WRITE_TEXTS],
  ["type_query", WRITE_TEXTS],
  ["lookup_type", "write out the type that stands there"],
  ["conditional_type", "write out the type that it comes to"],
  ["nested_type_identifier", "write the type out in this file"],
  ["this_type", `say what it is: ${PLAIN_TYPES}`],
]);

/** A name that is given its meaning somewhere else than by an alias of this file. */
function madeElsewhere(name: string, tree: SyntaxTree): string | undefined {
  const declares = (types: readonly string[]) =>
    nodesOf(tree, ...types).some((one) => {
      const declared = child(one, "alias") ?? child(one, "name");
      return declared !== undefined && textOf(tree, declared) === name;
    });
  if (declares(["type_parameter"]))
    return "write the type itself: nobody can say on a command line what it is";
  if (declares(["import_specifier"])) return "write the type out in this file";
  if (declares(["enum_declaration"])) return 'write the values as a union: `"low" | "high"`';
  if (declares(["class_declaration"])) return "take what it is made of as options, and make it in the code";
  return undefined;
}
