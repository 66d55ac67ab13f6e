import type { CheckContext } from "../context.ts";
import { ownFunction } from "../fold-functions.ts";
import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";
import { child, isFunction, nodesOf, type SyntaxNode } from "../syntax-tree.ts";

export const noEndlessRecursion: Rule = {
  name: "no-endless-recursion",
  severity: "refuse",
  summary: "Functions that call themselves, or each other, before anything can end them.",
  reason: "such a call ends with a full stack, with nothing to show",
  hint: "return before the call where there is nothing left to do",
  misses:
    "a call that ends only for some arguments, and calls through methods and callbacks; the stack's limit ends the run",
  refused: [
    "const again = () => again(); // <- here\nexport default () => again();",
    "function down(n) {\n  const less = n - 1;\n  return down(less) + 1; // <- here\n}\nexport default () => down(9);",
    "function ping(n) { return pong(n); }\nfunction pong(n) { return ping(n); } // <- here\nexport default () => ping(1);",
    "export default function main(input) { return main(input); } // <- here",
    "const size = (node) => {\n  for (const child of node.children) size(child);\n  return size(node.next); // <- here\n};\nexport default () => size({ children: [] });",
  ],
  allowed: [
    "function down(n) { if (n === 0) return 0; return down(n - 1) + 1; }\nexport default () => down(9);",
    "const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1));\nexport default () => factorial(5);",
    "const depth = (node) => node && depth(node.next);\nexport default () => depth(null);",
    "function* count(n) { yield n; yield* count(n + 1); }\nexport default () => count(1).take(3);",
    "const walk = (node) => { for (const child of node.children) walk(child); };\nexport default () => walk({ children: [] });",
    "function sort(list) { try { return sort(list.slice(1)); } catch { return list; } }\nexport default () => sort([]);",
    "function even(n) { return n === 0 || odd(n - 1); }\nfunction odd(n) { return n !== 0 && even(n - 1); }\nexport default () => even(4);",
    "const later = () => () => later();\nexport default () => later();",
    "const step = (x) => { switch (x) { case 0: return 0; } return step(x - 1); };\nexport default () => step(3);",
    "const next = (list) => { next = () => 1; return next(list); };\nexport default () => 1;",
  ],
  *run(context) {
    const certain = new Map<SyntaxNode, readonly Call[]>();
    for (const one of nodesOf(context.tree, ...FUNCTIONS)) certain.set(one, certainCalls(one, context));
    const state = new Map<SyntaxNode, "open" | "done">();
    for (const start of certain.keys()) {
      for (const call of closingCalls(start, { certain, state })) {
        yield {
          place: call.place,
          message: `${quote(call.place, context)} is called again and again, without end`,
          related: [{ place: headOf(call.callee), message: "what it calls begins here" }],
        };
      }
    }
  },
};

function headOf(node: SyntaxNode): { start: number; end: number } {
  const body = child(node, "body");
  return { start: node.start, end: body ? Math.max(node.start + 1, body.start) : node.end };
}

const FUNCTIONS = ["function_declaration", "function_expression", "arrow_function"];

interface Call {
  readonly place: SyntaxNode;
  readonly callee: SyntaxNode;
}

interface Walk {
  readonly certain: ReadonlyMap<SyntaxNode, readonly Call[]>;
  readonly state: Map<SyntaxNode, "open" | "done">;
}

/** The calls that lead back to a function that is still running. Without recursion of its own: chains are long. */
function closingCalls(start: SyntaxNode, { certain, state }: Walk): readonly Call[] {
  const closing: Call[] = [];
  if (state.has(start)) return closing;
  const path: { readonly node: SyntaxNode; next: number }[] = [{ node: start, next: 0 }];
  state.set(start, "open");
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const call = certain.get(top.node)?.[top.next++];
    if (!call) {
      state.set(top.node, "done");
      path.pop();
    } else if (state.get(call.callee) === "open") closing.push(call);
    else if (!state.has(call.callee)) {
      state.set(call.callee, "open");
      path.push({ node: call.callee, next: 0 });
    }
  }
  return closing;
}

/** The calls of functions of the snippet's own that are made whatever the arguments are. */
function certainCalls(one: SyntaxNode, context: CheckContext): readonly Call[] {
  const calls: Call[] = [];
  const body = child(one, "body");
  if (!body) return calls;
  if (body.type !== "statement_block") collect(body, calls, context);
  else for (const statement of body.children) if (!collect(statement, calls, context)) break;
  return calls;
}

/** Take the calls of what is always evaluated; false where the rest may not be reached. */
function collect(node: SyntaxNode, calls: Call[], context: CheckContext): boolean {
  if (isFunction(node) || node.type === "class_body") return true;
  if (node.type === "return_statement" || node.type === "throw_statement") {
    for (const one of node.children) collect(one, calls, context);
    return false;
  }
  const certain = certainParts(node);
  if (certain) {
    for (const one of certain) collect(one, calls, context);
    return !mayEnd(node);
  }
  for (const one of node.children) if (!collect(one, calls, context)) return false;
  const callee = node.type === "call_expression" ? child(node, "function") : undefined;
  const own = callee && ownFunction(callee, context.scopes);
  if (own && callee) calls.push({ place: node, callee: own });
  return true;
}

/** Of what chooses or repeats, the parts that are evaluated anyway; undefined for everything else. */
function certainParts(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  const [first] = node.children;
  switch (node.type) {
    case "if_statement":
    case "ternary_expression":
    case "while_statement":
      return [child(node, "condition")].filter((one) => one !== undefined);
    case "for_in_statement":
      return [child(node, "right")].filter((one) => one !== undefined);
    case "switch_statement":
      return [child(node, "value")].filter((one) => one !== undefined);
    case "binary_expression":
      return node.tokens.some((token) => ["&&", "||", "??"].includes(token)) && first ? [first] : undefined;
    case "for_statement":
    case "do_statement":
    case "try_statement":
    case "labeled_statement":
    case "augmented_assignment_expression":
    case "assignment_pattern":
    case "optional_chain":
    case "yield_expression":
      return [];
    default:
      return node.tokens.includes("?.") ? [] : undefined;
  }
}

function mayEnd(node: SyntaxNode): boolean {
  if (isFunction(node)) return false;
  return ENDS.has(node.type) || node.children.some(mayEnd);
}

const ENDS = new Set([
  ...["return_statement", "throw_statement", "break_statement", "continue_statement", "yield_expression"],
]);
