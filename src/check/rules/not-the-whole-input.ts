import type { Binding } from "../binding.ts";
import type { CheckContext } from "../context.ts";
import { parameterPatterns } from "../default-function.ts";
import { memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { isMemberOf, quote } from "../shared-objects.ts";
import { child, isFunction, nodesOf, outward, type SyntaxNode, unwrap } from "../syntax-tree.ts";

export const notTheWholeInput: Rule = {
  name: "not-the-whole-input",
  severity: "note",
  summary: "Reading the whole input into memory before anything is done with it.",
  reason: "memory grows with the input, up to the limit of the run",
  hint: "go through it with `for (const line of input.lines())`, `yield` as you go, and keep only counts, sums or the first few",
  misses: "what is gathered through functions that cannot be followed; the limit on memory ends the run",
  refused: [
    "export default (input) => [...input.lines()].sort(); // <- here",
    "export default (input) => Array.from(input.records()).length; // <- here",
    "export default (input) => input.lines().filter((line) => line).toArray(); // <- here",
    'export default (input) => input.text().split("\\n").length; // <- here',
    "export default (input) => {\n  const all = [];\n  for (const row of input.records()) all.push(row); // <- here\n  return all.length;\n};",
    "export default ({ files: [first] }) => [...first.lines()]; // <- here",
  ],
  allowed: [
    "export default function* (input) { for (const line of input.lines()) yield line.length; }",
    "export default (input) => [...input.lines().take(10)];",
    "export default (input) => { const sums = []; for (const row of input.records()) sums[0] = (sums[0] ?? 0) + Number(row.n); return sums; };",
    "export default (input) => input.lines().map((line) => [...line].reverse().join(''));",
    "export default (input) => input.json();",
    "const make = () => [...[1, 2]];\nexport default (input) => make().length + input.lines().reduce((n) => n + 1, 0);",
  ],
  *run(context) {
    const main = context.exported[0]?.function;
    const input = main && parameterPatterns(main)[0];
    if (!input) return;
    const own = new Set(namesOf(input).map((name) => context.scopes.declaredBy(name)));
    own.delete(undefined);
    if (own.size > 0) yield* gathered({ context, input: own as ReadonlySet<Binding> });
  },
};

interface Looking {
  readonly context: CheckContext;
  readonly input: ReadonlySet<Binding>;
}

function* gathered(looking: Looking): Generator<Report> {
  const { context } = looking;
  const { tree } = context;
  for (const node of nodesOf(tree, "spread_element")) {
    if (node.parent?.type !== "object" && isWhole(node.children[0], looking)) yield report(node, context);
  }
  for (const call of nodesOf(tree, "call_expression")) {
    const callee = unwrap(child(call, "function") ?? call);
    const [first] = child(call, "arguments")?.children ?? [];
    const object = child(callee, "object");
    const name = object && memberName(callee, context);
    if (
      isMemberOf(callee, "Array", "from", context)
        ? isWhole(first, looking)
        : name === "toArray" && isWhole(object, looking)
    ) {
      yield report(call, context);
    } else if (name === "text" && isInput(object, looking)) yield report(call, context);
  }
  for (const loop of nodesOf(tree, "for_in_statement")) {
    if (isWhole(child(loop, "right"), looking)) yield* pushed(loop, context);
  }
}

function report(place: SyntaxNode, context: CheckContext): Report {
  return { place, message: `${quote(place, context)} holds all of the input in memory` };
}

/** `all.push(row)` of the very item, to a list that outlives the loop. */
function* pushed(loop: SyntaxNode, context: CheckContext): Generator<Report> {
  const [left, body] = [child(loop, "left"), child(loop, "body")];
  const item = left && context.scopes.declaredBy(left);
  if (!item || !body) return;
  for (const { node } of context.scopes.referencesTo(item)) {
    const { parent } = outward(node);
    const call = parent?.type === "arguments" ? parent.parent : null;
    const callee = call && child(call, "function");
    const object = callee && child(unwrap(callee), "object");
    const list = object && context.scopes.of(unwrap(object))?.binding;
    const isOutside = list && (list.node.end <= loop.start || list.node.start >= loop.end);
    if (call && isOutside && memberName(unwrap(callee!), context) === "push" && !isConditional(call, body)) {
      yield report(call, context);
    }
  }
}

/** Whether a call is made for some of the items only. */
function isConditional(call: SyntaxNode, body: SyntaxNode): boolean {
  for (let at = call.parent; at && at !== body.parent; at = at.parent) {
    if (isFunction(at) || ["if_statement", "ternary_expression", "switch_statement"].includes(at.type))
      return true;
  }
  return body.children.some((one) => one.type === "if_statement");
}

/** A chain over all lines, records or chunks of the input, without a `take`. */
function isWhole(node: SyntaxNode | undefined, looking: Looking): boolean {
  let at = node && unwrap(node);
  while (at?.type === "call_expression") {
    const callee = unwrap(child(at, "function") ?? at);
    const object = child(callee, "object");
    const name = object && memberName(callee, looking.context);
    if (!object || name === undefined) return false;
    if (SOURCES.has(name) && isInput(object, looking)) return true;
    if (!KEEPERS.has(name)) return false;
    at = unwrap(object);
  }
  return false;
}

const SOURCES = new Set(["lines", "records", "bytes"]);
const KEEPERS = new Set(["map", "filter", "drop", "flatMap"]);

function isInput(node: SyntaxNode | undefined, { context, input }: Looking): boolean {
  let at = node && unwrap(node);
  while (at?.type === "member_expression" || at?.type === "subscript_expression") {
    const object = child(at, "object");
    at = object && unwrap(object);
  }
  const binding = at && context.scopes.of(at)?.binding;
  return binding !== undefined && binding !== null && input.has(binding);
}

function namesOf(pattern: SyntaxNode): readonly SyntaxNode[] {
  if (pattern.children.length === 0) return [pattern];
  return pattern.children.flatMap(namesOf);
}
