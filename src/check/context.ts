import { type Capabilities, deriveCapabilities } from "./capabilities.ts";
import { type DefaultExport, defaultExports } from "./default-function.ts";
import { parseNewer } from "./newer-syntax.ts";
import { type DerivedOptions, deriveOptions } from "./options.ts";
import type { ParsedText } from "./parse.ts";
import { resolveScopes, type Scopes } from "./scopes.ts";
import { stripTypes } from "./strip-types.ts";
import type { SyntaxProblem, SyntaxTree } from "./syntax-tree.ts";
import { unreadSyntax } from "./unread-syntax.ts";

/** A place that does not parse, and how to say it. `size` is about what was not even tried. */
export interface TextProblem {
  readonly kind: "grammar" | "size";
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

/** What the rules look at. `tree` is empty where there are `problems`. */
export interface CheckContext {
  readonly source: string;
  readonly problems: readonly TextProblem[];
  /** What runs; null where the types cannot be blanked in place. */
  readonly javascript: string | null;
  /** Why the types cannot be blanked, in the stripper's words, where they cannot. */
  readonly unerasable?: string;
  /** Tree of the JavaScript; of the TypeScript as written where there is no JavaScript. */
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  readonly exported: readonly DefaultExport[];
  readonly options: DerivedOptions;
  readonly capabilities: Capabilities;
}

const SOURCE_LENGTH_MOST = 2_000_000;
// Half of what the type stripper survives, see strip-types.ts; the deepest of 1,500 library files has 155.
const DEPTH_MOST = 400;

/**
 * Read a module for the rules. Both texts are parsed, each with its own grammar, and an error in either is a
 * problem. The rules then judge the text that runs, the JavaScript: what was blanked has no effect, and
 * judging it too would double the time of a check.
 */
export function readModule(source: string): CheckContext {
  const tooDeep = source.length > SOURCE_LENGTH_MOST ? tooLong(source) : nestedTooDeep(source);
  if (tooDeep) return unreadable(source, [tooDeep]);
  if (source.startsWith("\ufeff")) return unreadable(source, [BYTE_ORDER_MARK]);
  const typescript = parseNewer("typescript", source);
  if (typescript.hasError) return unreadable(source, describe(typescript.problems(), source));
  if (typescript.isDeeperThan(DEPTH_MOST)) return unreadable(source, [deep(source.length)]);

  const stripped = stripTypes(source);
  if (stripped.kind === "invalid") {
    const message = `does not parse: ${stripped.message}`;
    return unreadable(source, [{ kind: "grammar", start: 0, end: 0, message }]);
  }
  if (stripped.kind !== "javascript") {
    const tree = typescript.tree({ skip: TYPES });
    const written = typescript.tree({ skip: BODIES });
    return { ...judged(source, null, tree, written), unerasable: stripped.message };
  }
  const outline = outlineOf(typescript);
  const tree = javascriptTree(typescript, stripped.text);
  if (!("root" in tree)) return unreadable(source, describe(tree, source));
  return judged(source, stripped.text, tree, outline);
}

/**
 * The tree of the JavaScript by JavaScript's grammar, or what that cannot read. Where TypeScript's grammar makes of it
 * what JavaScript's would, the tree of the text as written is brought up to date, which takes a third of the time.
 */
function javascriptTree(typescript: ParsedText, text: string): SyntaxTree | readonly SyntaxProblem[] {
  const again = typescript.blanked(text);
  const tree = again.hasError ? null : again.javascriptTree();
  if (tree) return tree;
  const javascript = parseNewer("javascript", text);
  return javascript.hasError ? javascript.problems() : javascript.tree();
}

/** What the options are derived from: exports, types and imports; all statements where the default is exported by name. */
function outlineOf(typescript: ParsedText): SyntaxTree {
  const outline = typescript.tree({ skip: BODIES, opens: (type) => !CLOSED.has(type) });
  const isWhole = defaultExports(outline).every((one) => one.function !== null);
  return isWhole ? outline : typescript.tree({ skip: BODIES });
}

// Functions and values by themselves: of no matter to the options but where one of them is exported by name.
const CLOSED: ReadonlySet<string> = new Set([
  ...[
    "function_declaration",
    "generator_function_declaration",
    "lexical_declaration",
    "variable_declaration",
  ],
  "expression_statement",
]);

const BYTE_ORDER_MARK: TextProblem = {
  kind: "size",
  start: 0,
  end: 1,
  message: "the file starts with a byte order mark",
  hint: "save it as UTF-8 without one",
};

// Not looked at for the options: what no option can depend on.
const BODIES: ReadonlySet<string> = new Set(["statement_block", "class_body"]);

// Not code: erased, whatever it says.
const TYPES: ReadonlySet<string> = new Set([
  ...[
    "type_annotation",
    "type_arguments",
    "type_parameters",
    "type_predicate_annotation",
    "asserts_annotation",
  ],
  ...["interface_declaration", "type_alias_declaration", "ambient_declaration", "function_signature"],
  ...["index_signature", "abstract_method_signature", "method_signature", "implements_clause"],
]);

function judged(
  source: string,
  javascript: string | null,
  tree: SyntaxTree,
  typescript: SyntaxTree,
): CheckContext {
  const scopes = resolveScopes(tree);
  const options = deriveOptions({ typescript, javascript: tree, scopes });
  return {
    source,
    problems: [],
    javascript,
    tree,
    scopes,
    exported: defaultExports(tree),
    options,
    capabilities: deriveCapabilities({ tree, scopes, schema: options.schema }),
  };
}

function unreadable(source: string, problems: readonly TextProblem[]): CheckContext {
  const root = { type: "program", field: "", start: 0, end: 0, parent: null, children: [], tokens: [] };
  const tree: SyntaxTree = { text: "", root, comments: [], nodes: new Map() };
  return { ...judged(source, null, tree, tree), problems };
}

function tooLong(source: string): TextProblem {
  const message = `the module is ${source.length} characters long, and may have ${SOURCE_LENGTH_MOST}`;
  return { kind: "size", start: 0, end: 0, message };
}

function deep(end: number): TextProblem {
  const message = `the module is nested more than ${DEPTH_MOST} deep`;
  return { kind: "size", start: 0, end: Math.min(end, 1), message };
}

/** Brackets by themselves: what is nested too deep may also fail to parse, or overflow what comes next. */
function nestedTooDeep(source: string): TextProblem | undefined {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 40 || code === 91 || code === 123) depth++;
    else if (depth > 0 && (code === 41 || code === 93 || code === 125)) depth--;
    if (depth > DEPTH_MOST) return { ...deep(source.length), start: i, end: i + 1 };
  }
  return undefined;
}

function describe(
  problems: readonly { start: number; end: number; missing?: string }[],
  source: string,
): readonly TextProblem[] {
  const found = problems.length > 0 ? problems : [{ start: 0, end: source.length }];
  return found.map(({ start, end, missing }) => {
    const hint = unreadSyntax(source, { start, end })?.hint;
    const message = missing
      ? `\`${missing}\` is missing here`
      : `${JSON.stringify(firstLine(source.slice(start, end)))} cannot be read here`;
    return { kind: "grammar" as const, start, end, message, ...(hint && { hint }) };
  });
}

function firstLine(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
