import type { OptionSchema, OptionSpec, OptionValue } from "../terms/option.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { fold, keyName } from "./fold.ts";
import { type Doc, NO_DOC, readDoc } from "./jsdoc.ts";
import { findTypeAlias, type OptionType, readOptionType, withoutParentheses } from "./option-type.ts";
import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

/** Something about the options that a command line cannot say, or that the user will be asked for. */
export interface OptionProblem {
  readonly kind: "inexpressible" | "needs-value";
  readonly place: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly hint: string;
}

export interface DerivedOptions {
  readonly schema: OptionSchema;
  readonly problems: readonly OptionProblem[];
  /** Where each option is declared. */
  readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

/** One entry of the destructuring pattern: `default` is its node, `value` what that folds to. */
interface Entry {
  readonly place: SyntaxNode;
  readonly default: SyntaxNode | undefined;
  readonly value: OptionValue | undefined;
}

const NAME = /^[a-z][\w-]*$/i;
const EXAMPLE = "{ n = 10 }: { n?: number }";

/**
 * Derive the command line of a snippet. Types are read from `typescript`, the module as written; defaults
 * from `javascript`, the same places after the types were blanked; help from the JSDoc of the function.
 */
export function deriveOptions(sources: {
  readonly typescript: SyntaxTree;
  readonly javascript: SyntaxTree;
  readonly scopes: Scopes;
}): DerivedOptions {
  const { typescript, javascript, scopes } = sources;
  const written = defaultExports(typescript)[0];
  const runs = defaultExports(javascript)[0];
  const doc = written ? docBefore(typescript, written.statement.start) : NO_DOC;
  const parameter = written?.function && valueParameters(written.function, typescript)[1];
  const pattern = runs?.function ? parameterPatterns(runs.function)[1] : undefined;
  const problems: OptionProblem[] = [];
  const places = new Map<string, SyntaxNode>();
  const options: OptionSpec[] = [];
  if (parameter && pattern) {
    const entries = entriesOf(pattern, javascript, scopes);
    const type = child(parameter, "type");
    const fields = type
      ? fieldsOfType(withoutParentheses(type), typescript, problems)
      : fieldsOfDefaults(entries, pattern, problems);
    for (const field of fields) {
      const spec = specOf(field, { entry: entries.get(field.name), doc, problems });
      places.set(spec.name, field.place);
      options.push(spec);
    }
  }
  return { schema: { summary: doc.summary, options }, problems, places };
}

interface Field {
  readonly name: string;
  readonly place: SyntaxNode;
  readonly type: OptionType;
  readonly help: string;
}

/** Parameters without TypeScript's `this`, which is no parameter. */
function valueParameters(node: SyntaxNode, tree: SyntaxTree): readonly SyntaxNode[] {
  const list = child(node, "parameters")?.children ?? [];
  return list.filter((one) => textOf(tree, child(one, "pattern") ?? one) !== "this");
}

function entriesOf(pattern: SyntaxNode, tree: SyntaxTree, scopes: Scopes): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (pattern.type !== "object_pattern") return entries;
  for (const place of pattern.children) {
    const target = place.type === "pair_pattern" ? (child(place, "value") ?? place) : place;
    const key = child(place, "key") ?? child(place, "left") ?? place;
    const name = place.type === "rest_pattern" ? undefined : keyName(key, { tree, scopes });
    if (name === undefined) continue;
    const initial = target === place && place.type === "pair_pattern" ? undefined : child(target, "right");
    entries.set(name, { place, default: initial, value: initial && optionValue(initial, { tree, scopes }) });
  }
  return entries;
}

function optionValue(
  node: SyntaxNode,
  context: { tree: SyntaxTree; scopes: Scopes },
): OptionValue | undefined {
  const value = fold(node, context);
  if (value === null) return undefined;
  if (typeof value !== "object") return value;
  const scalars = value.filter((one) => typeof one === "string" || typeof one === "number");
  return scalars.length === value.length ? scalars : undefined;
}

function fieldsOfType(type: SyntaxNode, tree: SyntaxTree, problems: OptionProblem[]): readonly Field[] {
  const members = membersOf(type, tree);
  if (typeof members === "string") {
    problems.push(inexpressible(type, members));
    return [];
  }
  return members.flatMap((member): Field[] => {
    const label = child(member, "name");
    const typeNode = child(member, "type");
    const name = label && textOf(tree, label).replace(/^["']|["']$/g, "");
    if (member.type !== "property_signature" || name === undefined || !NAME.test(name)) {
      problems.push(inexpressible(member, "an option needs a plain name and a type"));
      return [];
    }
    const read = typeNode ? readOptionType(typeNode, tree) : "it has no type";
    if (typeof read === "string") {
      problems.push(inexpressible(member, `the option ${name} cannot be given on a command line: ${read}`));
      return [];
    }
    const optional = read.optional || member.tokens.includes("?");
    return [
      { name, place: member, type: { ...read, optional }, help: docBefore(tree, member.start).summary },
    ];
  });
}

/** The members of an object type, of an interface, or of an alias for one; or why there are none to read. */
function membersOf(type: SyntaxNode, tree: SyntaxTree, depth = 0): readonly SyntaxNode[] | string {
  const text = textOf(tree, type).replace(/\s+/g, " ");
  if (type.type === "object_type" || type.type === "interface_body") return type.children;
  if (/^(Record<\s*string\s*,\s*(never|unknown)\s*>|object|undefined|never|unknown|void)$/.test(text))
    return [];
  const alias = type.type === "type_identifier" && depth < 4 ? findTypeAlias(text, tree) : undefined;
  if (!alias) return `the options have the type ${text}, which this module does not spell out`;
  const extended = alias.children.some((one) => one.type === "extends_type_clause");
  if (extended || child(alias, "type_parameters")) return `${text} must not extend or depend on another type`;
  const value = child(alias, "body") ?? child(alias, "value");
  return value ? membersOf(withoutParentheses(value), tree, depth + 1) : `${text} is incomplete`;
}

function fieldsOfDefaults(
  entries: ReadonlyMap<string, Entry>,
  pattern: SyntaxNode,
  problems: OptionProblem[],
): readonly Field[] {
  if (pattern.type !== "object_pattern") {
    problems.push(inexpressible(pattern, "the options have no type"));
  }
  return [...entries].flatMap(([name, { place, value }]): Field[] => {
    if (!NAME.test(name)) {
      problems.push(inexpressible(place, `the option ${name} needs a plain name`));
      return [];
    }
    const first = Array.isArray(value) ? value[0] : value;
    const type = typeof first;
    if (type !== "string" && type !== "number" && type !== "boolean") {
      problems.push(
        inexpressible(place, `the option ${name} has neither a type nor a default that shows one`),
      );
      return [];
    }
    return [{ name, place, type: { type, array: Array.isArray(value), optional: true }, help: "" }];
  });
}

function specOf(
  field: Field,
  { entry, doc, problems }: { entry: Entry | undefined; doc: Doc; problems: OptionProblem[] },
): OptionSpec {
  const { name, place, type } = field;
  const tag = doc.params.get(name);
  const isInteger = type.type === "number" && !type.choices && /^(integer|int)$/.test(tag?.type ?? "");
  const required = !type.optional && entry?.default === undefined;
  if (required) {
    problems.push({
      kind: "needs-value",
      place,
      message: `the option ${name} has no default: it will be asked for`,
      hint: `give it one where a usual value exists, as in ${EXAMPLE}`,
    });
  }
  return {
    name,
    type: isInteger ? "integer" : type.type,
    array: type.array,
    ...(type.choices && { choices: type.choices }),
    required,
    ...(entry?.value !== undefined && { default: entry.value }),
    help: tag?.text || field.help,
  };
}

function inexpressible(place: SyntaxNode, message: string): OptionProblem {
  const hint =
    `write each option out in the second parameter's type, as in ${EXAMPLE}: ` +
    'number, string, boolean, "a" | "b", or an array of those';
  return { kind: "inexpressible", place, message, hint };
}

/** The JSDoc that ends right before a place. */
function docBefore(tree: SyntaxTree, start: number): Doc {
  const comment = tree.comments.findLast((one) => one.end <= start);
  const isBefore = comment && tree.text.slice(comment.end, start).trim() === "";
  return isBefore ? readDoc(textOf(tree, comment)) : NO_DOC;
}
