import { parameterPatterns } from "../default-function.ts";
import { child, isFunction, type SyntaxNode, type SyntaxTree, unwrap } from "../syntax-tree.ts";
import { acts } from "./acts.ts";
import { sayEffect } from "./say-effect.ts";
import { code, saidElements, sayExpression, sayUnless } from "./say-expression.ts";

/** What is said of a node, and the statements that stand inside it. */
export interface Said {
  readonly node: SyntaxNode;
  readonly words: string;
  readonly inside?: readonly SyntaxNode[];
}

type Say = (tree: SyntaxTree, node: SyntaxNode) => readonly Said[];

/** What each kind of statement is in words. One that is not here is shown as code; of imports and empty ones nothing is said. */
const STATEMENTS: Readonly<Record<string, Say>> = {
  import_statement: () => [],
  empty_statement: () => [],
  export_statement: (tree, node) => {
    const held = child(node, "declaration") ?? child(node, "value");
    return held === undefined ? [] : isFunction(held) ? sayFunction(tree, held) : sayStatement(tree, held);
  },
  statement_block: (_, node) => [{ node, words: "together:", inside: node.children }],
  function_declaration: (tree, node) => sayFunction(tree, node),
  generator_function_declaration: (tree, node) => sayFunction(tree, node),
  lexical_declaration: (tree, node) => node.children.flatMap((one) => sayDeclarator(tree, one)),
  variable_declaration: (tree, node) => node.children.flatMap((one) => sayDeclarator(tree, one)),
  expression_statement: (tree, node) => {
    const held = node.children[0];
    return held === undefined || held.type === "string" ? [] : [{ node, words: sayEffect(tree, held) }];
  },
  return_statement: (tree, node) => {
    const value = node.children[0];
    return [{ node, words: value ? `the result is ${sayExpression(tree, value)}` : "end here" }];
  },
  throw_statement: (tree, node) => [{ node, words: endWith(tree, node) }],
  continue_statement: (tree, node) => [{ node, words: leave(tree, node, "go on with the next") }],
  break_statement: (tree, node) => [{ node, words: leave(tree, node, "stop going through these") }],
  if_statement: sayIf,
  for_in_statement: (tree, node) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    if (!left || !right) return [{ node, words: code(tree, node) }];
    const among = node.tokens.includes("in") ? "the names in " : "";
    const words = `for each of ${among}${sayExpression(tree, right)}, as ${code(tree, left)}:`;
    return [{ node, words, inside: bodyOf(node) }];
  },
  for_statement: (tree, node) => {
    const [first, each] = [child(node, "initializer"), child(node, "increment")];
    const begins =
      first && first.type !== "empty_statement" ? ` from ${code(tree, first).replace(/;$/, "")}` : "";
    const goes = each ? `, then ${code(tree, each)}` : "";
    const words = `again and again${begins} while ${conditionOf(tree, node)}${goes}:`;
    return [{ node, words, inside: bodyOf(node) }];
  },
  while_statement: (tree, node) => [
    { node, words: `as long as ${conditionOf(tree, node)}:`, inside: bodyOf(node) },
  ],
  do_statement: (tree, node) => [
    { node, words: `once, and again as long as ${conditionOf(tree, node)}:`, inside: bodyOf(node) },
  ],
  switch_statement: (tree, node) => {
    const value = child(node, "value");
    const cases = child(node, "body")?.children ?? [];
    return [{ node, words: `by ${value ? sayExpression(tree, value) : "what it is"}:`, inside: cases }];
  },
  switch_case: (tree, node) => {
    const value = child(node, "value");
    const inside = node.children.filter((one) => one !== value);
    return [{ node, words: `where it is ${value ? sayExpression(tree, value) : "that"}:`, inside }];
  },
  switch_default: (_, node) => [{ node, words: "where it is anything else:", inside: node.children }],
  try_statement: (_, node) => {
    const [handler, last] = [child(node, "handler"), child(node, "finalizer")];
    return [
      { node, words: "try:", inside: bodyOf(node) },
      ...(handler ? [{ node: handler, words: "where that fails:", inside: handled(handler) }] : []),
      ...(last ? [{ node: last, words: "in any case:", inside: bodyOf(last) }] : []),
    ];
  },
  labeled_statement: (tree, node) => bodyOf(node).flatMap((one) => sayStatement(tree, one)),
};

/** What a statement does, in one line for each of its parts. */
export function sayStatement(tree: SyntaxTree, node: SyntaxNode): readonly Said[] {
  return STATEMENTS[node.type]?.(tree, node) ?? [{ node, words: code(tree, node) }];
}

function sayFunction(tree: SyntaxTree, node: SyntaxNode, called?: string): readonly Said[] {
  const name = child(node, "name");
  const title = called ?? (name ? code(tree, name) : "the function");
  const takes = parameterPatterns(node).map((one) => saidNames(tree, one));
  const from = takes.length === 0 ? "" : ` of ${takes.join(", ")}`;
  const body = child(node, "body");
  if (body && body.type !== "statement_block") {
    return [{ node, words: `${title}${from} is ${sayExpression(tree, body)}` }];
  }
  return [{ node, words: `${title}${from}:`, inside: body?.children ?? [] }];
}

function sayDeclarator(tree: SyntaxTree, node: SyntaxNode): readonly Said[] {
  const [name, value] = [child(node, "name"), child(node, "value")];
  if (!name) return [];
  const names = saidNames(tree, name);
  if (!value) return [{ node, words: `${names} is to come` }];
  if (isFunction(unwrap(value))) return sayFunction(tree, unwrap(value), names);
  const said = sayExpression(tree, value);
  const isOne = name.type === "identifier";
  return [{ node, words: isOne ? `${names} is ${said}` : `take ${names} from ${said}` }];
}

/** The names that a pattern declares, in its order: `a, b` of `{ a, x: [b = 1] }`. */
function saidNames(tree: SyntaxTree, pattern: SyntaxNode): string {
  return saidElements(tree, pattern).join(", ");
}

/** An `if` that only leaves is one sentence; any other is a heading. */
function sayIf(tree: SyntaxTree, node: SyntaxNode): readonly Said[] {
  const condition = child(node, "condition");
  const then = bodyOf(node, "consequence");
  const other = child(node, "alternative");
  if (!condition) return [{ node, words: code(tree, node) }];
  const leaving = then.length === 1 && !other ? sayLeaving(tree, then[0]!) : null;
  if (leaving !== null) return [{ node, words: `${leaving} ${sayUnless(tree, condition)}` }];
  return [
    { node, words: `where ${sayExpression(tree, condition)}:`, inside: then },
    ...(other ? [{ node: other, words: "otherwise:", inside: elseOf(other) }] : []),
  ];
}

function sayLeaving(tree: SyntaxTree, node: SyntaxNode): string | null {
  if (node.type === "continue_statement") return leave(tree, node, "leave it out");
  if (node.type === "break_statement") return leave(tree, node, "stop going through these");
  if (node.type === "throw_statement") return endWith(tree, node);
  if (node.type !== "return_statement") return null;
  return node.children[0] ? `the result is ${sayExpression(tree, node.children[0])}` : "end here";
}

/** With a label it is another loop than the nearest that is left. */
function leave(tree: SyntaxTree, node: SyntaxNode, words: string): string {
  return node.children.length === 0 ? words : code(tree, node).replace(/;$/, "");
}

function endWith(tree: SyntaxTree, node: SyntaxNode): string {
  const thrown = node.children[0];
  return `fail with ${thrown ? sayExpression(tree, thrown) : "an error"}`;
}

function conditionOf(tree: SyntaxTree, node: SyntaxNode): string {
  const condition = child(node, "condition");
  if (!condition || condition.type === "empty_statement") return "nothing ends it";
  return sayExpression(tree, condition.type === "expression_statement" ? condition.children[0]! : condition);
}

/** What is caught may be taken apart, and that may do something. */
function handled(handler: SyntaxNode): readonly SyntaxNode[] {
  const caught = child(handler, "parameter");
  return caught && acts(caught) ? [caught, ...bodyOf(handler)] : bodyOf(handler);
}

function bodyOf(node: SyntaxNode, field = "body"): readonly SyntaxNode[] {
  const body = child(node, field);
  if (!body) return [];
  return body.type === "statement_block" ? body.children : [body];
}

function elseOf(clause: SyntaxNode): readonly SyntaxNode[] {
  const [held] = clause.children;
  if (!held) return [];
  return held.type === "statement_block" ? held.children : [held];
}
