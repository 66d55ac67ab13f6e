import type { CheckContext } from "../context.ts";
import { fold } from "../fold.ts";
import type { Rule } from "../rule.ts";
import { child, isFunction, nodesOf, type SyntaxNode, textOf, unwrap } from "../syntax-tree.ts";

export const noEndlessLoops: Rule = {
  name: "no-endless-loops",
  severity: "refuse",
  summary: "Loops whose condition is always true and that nothing in them leaves.",
  reason: "such a run ends at its time limit, with nothing to show",
  hint: "leave the loop with `break` or `return`, or give it a condition that ends",
  misses: "a loop whose end depends on values; the limits on time end the run",
  refused: [
    "export default () => { while (true) {} }; // <- here",
    "export default () => { for (;;) { for (const x of [1]) break; } }; // <- here",
    "export default () => { do { [1].map(() => { return 1; }); } while (!0); }; // <- here",
    "const always = 1;\nexport default () => { while (always) { switch (always) { case 1: break; } } }; // <- here",
    "export default () => { outer: while (true) { while (true) { continue outer; } } }; // <- here",
    "export default () => { let done = false; while (!done) Math.max(1, 2); }; // <- here",
    "export default () => { do {} while (1 < 2); }; // <- here",
    "export default (input) => { for (let i = 0; i < 10; ) input.text(); }; // <- here",
    "export default (input) => { for (let i = 0; i < 10; i--) input.text(); }; // <- here",
    "export default (input) => { for (let i = 9; i >= 0; i += 2) input.text(); }; // <- here",
    "export default (input, { n = 1 }) => { let i = 0; i = n; while (i > 0) input.text(); }; // <- here",
  ],
  allowed: [
    "export default () => { while (true) { if (Math.max(1, 2) > 1) break; } };",
    "export default function* () { let n = 0; while (true) yield n++; }",
    "export default () => { for (let i = 0; ; i++) { if (i > 3) return i; } };",
    "export default () => { outer: for (;;) { for (;;) { break outer; } } };",
    "export default (input) => { let more = true; while (more) { more = false; } };",
    'export default () => { for (;;) { try { throw new Error("x"); } finally { break; } } };',
    "export default () => { while (false) {} do { break; } while (true); };",
    "export default () => { let i = 3; const next = () => { i--; }; while (i > 0) next(); };",
    "export default (input, { n = 1 }) => { while (n > 0) { n--; } for (let i = 9; i >= 0; i--) n += i; return n; };",
    "export default (input, { n = 1 }) => { while (n > 0) { if (input.text()) break; } };",
    "export default () => { const queue = [1]; while (queue[0]) queue.shift(); };",
  ],
  *run(context) {
    for (const loop of nodesOf(context.tree, "while_statement", "do_statement", "for_statement")) {
      const certain = isAlwaysTrue(loop, context) || runsAway(loop, context);
      if (!certain && !standsStill(loop, context)) continue;
      const body = child(loop, "body");
      if (body && canLeave(body, { loop, context })) continue;
      const place = { start: loop.start, end: body && body.start > loop.start ? body.start : loop.end };
      if (certain) yield { place, message: "this loop never ends" };
      else
        yield {
          place,
          message: "once this loop has begun it never ends: nothing in it changes what it asks for",
        };
    }
  },
};

/** A counter that moves away from the bound it is compared with. */
function runsAway(loop: SyntaxNode, context: CheckContext): boolean {
  const [condition, update] = [child(loop, "condition"), child(loop, "increment")];
  const test =
    condition && unwrap(condition.type === "expression_statement" ? condition.children[0]! : condition);
  const counter = test && child(test, "left");
  const binding = counter && context.scopes.of(counter)?.binding;
  if (!binding || !update || test.type !== "binary_expression") return false;
  const target = child(update, "argument") ?? child(update, "left");
  if (!target || context.scopes.of(target)?.binding !== binding) return false;
  const bound = child(test, "right");
  const isBound = bound !== undefined && fold(bound, context) !== undefined;
  const down = isDown(update, context);
  const upTo = test.tokens.some((token) => token === "<" || token === "<=");
  const downTo = test.tokens.some((token) => token === ">" || token === ">=");
  if (!isBound || down === undefined || !((upTo && down) || (downTo && !down))) return false;
  return context.scopes.writesTo(binding).every((node) => node === target);
}

function isDown(update: SyntaxNode, context: CheckContext): boolean | undefined {
  if (update.type === "update_expression") return update.tokens.includes("--");
  const right = child(update, "right");
  const step = right && fold(right, context);
  if (update.type !== "augmented_assignment_expression" || typeof step !== "number" || step <= 0)
    return undefined;
  return update.tokens.includes("-=") ? true : update.tokens.includes("+=") ? false : undefined;
}

/** A condition over names of which none is changed in the loop, or in a function that could run in it. */
function standsStill(loop: SyntaxNode, context: CheckContext): boolean {
  const condition = child(loop, "condition");
  const inner = condition?.type === "expression_statement" ? condition.children[0] : condition;
  if (!inner || !isFixed(inner)) return false;
  const bindings = namesIn(inner).map((name) => context.scopes.of(name)?.binding);
  if (bindings.length === 0) return false;
  const home = functionAround(loop);
  return bindings.every(
    (binding) =>
      binding &&
      context.scopes.writesTo(binding).length <= WRITES_MOST &&
      context.scopes
        .writesTo(binding)
        .every((node) => functionAround(node) === home && (node.end <= loop.start || node.start >= loop.end)),
  );
}

// A name that is written more often is taken for one that changes: looking at all for each loop is not linear.
const WRITES_MOST = 50;

function namesIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.type === "identifier" ? [node] : node.children.flatMap(namesIn);
}

function functionAround(node: SyntaxNode): SyntaxNode | null {
  let at = node.parent;
  while (at && !isFunction(at)) at = at.parent;
  return at;
}

function isAlwaysTrue(loop: SyntaxNode, context: CheckContext): boolean {
  const condition = child(loop, "condition");
  if (loop.type === "for_statement") {
    if (!condition || condition.type === "empty_statement") return true;
  }
  const inner = condition?.type === "expression_statement" ? condition.children[0] : condition;
  const value = inner && isFixed(inner) ? fold(inner, context) : undefined;
  return value !== undefined && Boolean(value);
}

/** Whether a condition stays what it is: an element of an array may be another one the next time. */
function isFixed(node: SyntaxNode): boolean {
  const inner = unwrap(node);
  if (inner.type === "unary_expression" || inner.type === "binary_expression") {
    return inner.children.every(isFixed);
  }
  return ["true", "number", "string", "identifier", "false"].includes(inner.type);
}

interface Leaving {
  readonly loop: SyntaxNode;
  readonly context: CheckContext;
  /** Whether a bare `break` here leaves something inside the loop. */
  readonly nested?: boolean;
}

function canLeave(node: SyntaxNode, leaving: Leaving): boolean {
  if (isFunction(node) || node.type === "class_body") return false;
  switch (node.type) {
    case "return_statement":
    case "throw_statement":
    case "yield_expression":
      return true;
    case "break_statement":
      return node.children[0] ? targetsLoop(node, leaving, true) : !leaving.nested;
    case "continue_statement":
      return node.children[0] !== undefined && targetsLoop(node, leaving, false);
  }
  const nested = leaving.nested || BREAKABLE.has(node.type);
  return node.children.some((one) => canLeave(one, { ...leaving, nested }));
}

const BREAKABLE = new Set([
  ...["while_statement", "do_statement", "for_statement", "for_in_statement", "switch_statement"],
]);

/** Whether a labelled jump leaves the loop: to a label outside it, or a break to its own. */
function targetsLoop(jump: SyntaxNode, { loop, context }: Leaving, isBreak: boolean): boolean {
  const label = textOf(context.tree, jump.children[0]!);
  const inside = (at: SyntaxNode | null): at is SyntaxNode => at !== null && at !== loop;
  for (let at = jump.parent; inside(at); at = at.parent) {
    if (labelOf(at, context) === label) return false;
  }
  return isBreak || labelOf(loop.parent, context) !== label;
}

function labelOf(node: SyntaxNode | null, { tree }: CheckContext): string | undefined {
  const label = node?.type === "labeled_statement" ? child(node, "label") : undefined;
  return label && textOf(tree, label);
}
