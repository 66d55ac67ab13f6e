import { child, type SyntaxNode, type SyntaxTree, textOf, unwrap } from "../syntax-tree.ts";
import { acts, isOwnName } from "./acts.ts";
import { CALLS, METHODS, NEW } from "./phrases.ts";
import { sayOrder } from "./say-order.ts";

/** Longer than this it is no short word any more, and the code says it better. */
const WORDS_MOST = 110;
const CODE_MOST = 72;
/** Expressions inside expressions that are still put in words. */
const DEEP = 8;

/** An expression in words; as code where there are none, or where they would be long. */
export function sayExpression(tree: SyntaxTree, written: SyntaxNode, depth = 0): string {
  const node = unwrap(written);
  const words = depth > DEEP ? null : (EXPRESSIONS[node.type]?.(tree, node, depth + 1) ?? null);
  const isShort = words !== null && words.length <= WORDS_MOST && !words.includes("…");
  if (!isShort) return code(tree, depth > 0 ? written : node);
  // Without them "not (a and b)" would read as something else.
  return depth > 0 && written.type === "parenthesized_expression" && JOINED.has(node.type)
    ? `(${words})`
    : words;
}

const JOINED = new Set(["binary_expression", "ternary_expression"]);

/** The text of a node on one line, cut where it is long. */
export function code(tree: SyntaxTree, node: SyntaxNode): string {
  const text = textOf(tree, node).replace(/\s+/g, " ").trim();
  return text.length > CODE_MOST ? `${text.slice(0, CODE_MOST - 1)}…` : text;
}

/** `where …`, or `unless …` of what is negated. */
export function sayUnless(tree: SyntaxTree, condition: SyntaxNode): string {
  const node = unwrap(condition);
  const held = node.type === "unary_expression" && node.tokens[0] === "!" ? node.children[0] : null;
  return held ? `unless ${sayExpression(tree, held)}` : `where ${sayExpression(tree, node)}`;
}

export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const held = child(call, "arguments");
  return held?.type === "arguments" ? held.children : [];
}

/** What a pattern or a list holds, each by its name or its code. */
export function saidElements(tree: SyntaxTree, pattern: SyntaxNode): readonly string[] {
  switch (pattern.type) {
    case "object_pattern":
    case "array_pattern":
      return pattern.children.flatMap((one) => saidElements(tree, one));
    case "pair_pattern":
      if (acts(pattern.children[0]!)) return [code(tree, pattern)];
      return saidElements(tree, child(pattern, "value") ?? pattern.children.at(-1)!);
    case "assignment_pattern":
    case "object_assignment_pattern":
      if (pattern.children.slice(1).some(acts)) return [code(tree, pattern)];
      return saidElements(tree, child(pattern, "left") ?? pattern.children[0]!);
    default:
      return [code(tree, pattern)];
  }
}

type Say = (tree: SyntaxTree, node: SyntaxNode, depth: number) => string | null;

const OPERATORS: Readonly<Record<string, string>> = {
  "===": "is",
  "==": "is",
  "!==": "is not",
  "!=": "is not",
  ">=": "is at least",
  "<=": "is at most",
  ">": "is more than",
  "<": "is less than",
  "&&": "and",
  "||": "or",
  "??": "or, where that is null or absent,",
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "divided by",
  "%": "modulo",
  "**": "to the power of",
  in: "is a field of",
  instanceof: "is a",
};

const EXPRESSIONS: Readonly<Record<string, Say>> = {
  undefined: () => "absent",
  binary_expression: (tree, node, depth) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    const word = OPERATORS[node.tokens[0] ?? ""];
    if (!left || !right || !word) return null;
    const joins = word === "plus" && [left, right].some(isText) ? "followed by" : word;
    return `${sayExpression(tree, left, depth)} ${joins} ${sayExpression(tree, right, depth)}`;
  },
  unary_expression: (tree, node, depth) => {
    const held = node.children[0];
    if (!held) return null;
    if (node.tokens[0] === "!") return `not ${sayExpression(tree, held, depth)}`;
    return node.tokens[0] === "typeof" ? `the type of ${sayExpression(tree, held, depth)}` : null;
  },
  ternary_expression: (tree, node, depth) => {
    const parts = ["condition", "consequence", "alternative"].map((name) => child(node, name));
    const [condition, yes, no] = parts.map((one) => (one ? sayExpression(tree, one, depth) : ""));
    return `${yes} where ${condition}, else ${no}`;
  },
  object: (tree, node) => {
    if (node.children.length === 0) return "an empty record";
    return `a record of ${node.children.map((one) => fieldName(tree, one)).join(", ")}`;
  },
  array: (tree, node, depth) => {
    const [first] = node.children;
    if (!first) return "an empty list";
    if (node.children.length === 1 && first.type === "spread_element")
      return sayExpression(tree, first, depth);
    return `the list ${code(tree, node)}`;
  },
  spread_element: (tree, node, depth) => `all of ${sayExpression(tree, node.children[0]!, depth)}`,
  await_expression: (tree, node, depth) => sayExpression(tree, node.children[0]!, depth),
  regex: (tree, node) => `the pattern ${code(tree, node)}`,
  new_expression: (tree, node, depth) => {
    const made = child(node, "constructor");
    const say = made && ours(tree, NEW, textOf(tree, made));
    const values = argumentsOf(node);
    const words = values.map((one) => sayExpression(tree, one, depth));
    return say ? saying(say(words), values, words) : null;
  },
  call_expression: (tree, node, depth) => {
    const called = child(node, "function");
    if (!called) return null;
    const values = argumentsOf(node);
    const words = () => values.map((one) => sayArgument(tree, one, depth));
    const known = ours(tree, CALLS, textOf(tree, called).replace(/\s+/g, ""));
    if (known) return saying(known(words()), values, words());
    if (called.type !== "member_expression") return null;
    const [on, method] = [child(called, "object"), child(called, "property")];
    if (!on || !method) return null;
    const name = textOf(tree, method);
    const of = sayExpression(tree, on, depth);
    if (name === "sort" || name === "toSorted") return sayOrder(tree, of, values[0]);
    return saying(own(METHODS, name)?.(of, words()) ?? null, values, words());
  },
};

/** The words of a call, where they have every argument that does something; else it is shown as code. */
function saying(said: string | null, values: readonly SyntaxNode[], words: readonly string[]): string | null {
  return said !== null && values.every((one, at) => !acts(one) || said.includes(words[at]!)) ? said : null;
}

/** A row by the name that is called, which has to be the one that everybody knows. */
function ours<T>(tree: SyntaxTree, rows: Readonly<Record<string, T>>, name: string): T | undefined {
  return isOwnName(tree, name.split(".", 1)[0]!) ? undefined : own(rows, name);
}

/** A small function in place of a value: what it gives, for its parameter is what is spoken of. */
function sayArgument(tree: SyntaxTree, written: SyntaxNode, depth: number): string {
  const node = unwrap(written);
  const body = node.type === "arrow_function" ? child(node, "body") : undefined;
  return sayExpression(tree, body && body.type !== "statement_block" ? body : node, depth);
}

function fieldName(tree: SyntaxTree, node: SyntaxNode): string {
  if (node.type === "pair") return code(tree, child(node, "key") ?? node);
  return node.type === "spread_element" ? `all of ${code(tree, node.children[0]!)}` : code(tree, node);
}

function isText(node: SyntaxNode): boolean {
  const { type } = unwrap(node);
  return type === "string" || type === "template_string";
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
