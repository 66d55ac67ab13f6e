import type { OptionSchema, OptionSpec, OptionValue } from "../terms/option.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { fold, keyName } from "./fold.ts";
import { type Doc, NO_DOC, readDoc } from "./jsdoc.ts";
import { PLAIN_TYPES, type Unsayable } from "./option-hints.ts";
import { badName, NAME, notAnOption, optionMembers, WRITE_OUT } from "./option-members.ts";
import { type OptionType, readOptionType, withoutParentheses } from "./option-type.ts";
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
  const members = optionMembers(type, tree);
  if ("why" in members) {
    problems.push(inexpressible(type, members.why, members.hint));
    return [];
  }
  const seen = new Set<string>();
  return members.list.flatMap((member): Field[] => {
    const field = fieldOf(member, tree);
    if ("why" in field) problems.push(inexpressible(member, field.why, field.hint));
    else if (seen.has(field.name)) problems.push(twice(field));
    else {
      seen.add(field.name);
      return [field];
    }
    return [];
  });
}

function twice({ name, place }: Field): OptionProblem {
  return inexpressible(place, `the option ${name} is declared twice`, "leave one of the two out");
}

function fieldOf(member: SyntaxNode, tree: SyntaxTree): Field | Unsayable {
  if (member.type !== "property_signature") return notAnOption(member);
  const label = child(member, "name");
  const typeNode = child(member, "type");
  const name = label ? textOf(tree, label).replace(/^["']|["']$/g, "") : "";
  if (!NAME.test(name)) return badName(name);
  if (!typeNode) return { why: `the option ${name} has no type`, hint: `write one: ${PLAIN_TYPES}` };
  const read = readOptionType(typeNode, tree);
  if ("why" in read) {
    return { why: `the option ${name} cannot be given on a command line: ${read.why}`, hint: read.hint };
  }
  const optional = read.optional || member.tokens.includes("?");
  return { name, place: member, type: { ...read, optional }, help: docBefore(tree, member.start).summary };
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
      const { why, hint } = badName(name);
      problems.push(inexpressible(place, why, hint));
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

/** `@param {integer} n`, `@param {integer from 0} n`: what a type of TypeScript cannot say of a number. */
const NUMBER_TAG = /^(integer|int|number)(?:\s+from\s+([+-]?\d+(?:\.\d+)?))?$/;

function specOf(
  field: Field,
  { entry, doc, problems }: { entry: Entry | undefined; doc: Doc; problems: OptionProblem[] },
): OptionSpec {
  const { name, place, type } = field;
  const tag = doc.params.get(name);
  const number = type.type === "number" && !type.choices ? NUMBER_TAG.exec(tag?.type ?? "") : null;
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
    type: number && number[1] !== "number" ? "integer" : type.type,
    array: type.array,
    ...(number?.[2] !== undefined && { least: Number(number[2]) }),
    ...(type.choices && { choices: type.choices }),
    required,
    ...(entry?.value !== undefined && { default: entry.value }),
    help: tag?.text || field.help,
  };
}

function inexpressible(place: OptionProblem["place"], message: string, hint = WRITE_OUT): OptionProblem {
  return { kind: "inexpressible", place, message, hint };
}

/** The JSDoc that ends right before a place. */
function docBefore(tree: SyntaxTree, start: number): Doc {
  const comment = tree.comments.findLast((one) => one.end <= start);
  const isBefore = comment && tree.text.slice(comment.end, start).trim() === "";
  return isBefore ? readDoc(textOf(tree, comment)) : NO_DOC;
}
