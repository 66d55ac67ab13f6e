import { child, type SyntaxNode, type SyntaxTree, textOf, unwrap } from "../syntax-tree.ts";
import { argumentsOf, code, sayExpression } from "./say-expression.ts";
import { sayOrder } from "./say-order.ts";

/** What an expression that stands as a statement does. */
export function sayEffect(tree: SyntaxTree, written: SyntaxNode): string {
  const node = unwrap(written);
  return EFFECTS[node.type]?.(tree, node) ?? sayExpression(tree, node);
}

type Say = (tree: SyntaxTree, node: SyntaxNode) => string | null;

const ASSIGNMENTS: Readonly<Record<string, (target: string, value: string) => string>> = {
  "+=": (target, value) => `add ${value} to ${target}`,
  "-=": (target, value) => `take ${value} from ${target}`,
  "*=": (target, value) => `multiply ${target} by ${value}`,
  "/=": (target, value) => `divide ${target} by ${value}`,
  "??=": (target, value) => `${target} becomes ${value} where it is null or absent`,
  "||=": (target, value) => `${target} becomes ${value} where it is absent, 0 or empty`,
};

const EFFECTS: Readonly<Record<string, Say>> = {
  yield_expression: (tree, node) => {
    const value = node.children[0];
    if (!value) return "give nothing";
    return `give ${node.tokens.includes("*") ? "each of " : ""}${sayExpression(tree, value)}`;
  },
  await_expression: (tree, node) => (node.children[0] ? sayEffect(tree, node.children[0]) : null),
  assignment_expression: (tree, node) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    return left && right ? `${sayExpression(tree, left)} becomes ${sayExpression(tree, right)}` : null;
  },
  augmented_assignment_expression: (tree, node) => {
    const [left, right] = [child(node, "left"), child(node, "right")];
    const say = ASSIGNMENTS[node.tokens[0] ?? ""];
    return left && right && say
      ? say(sayExpression(tree, left), sayExpression(tree, right))
      : code(tree, node);
  },
  update_expression: (tree, node) => {
    const target = code(tree, node.children[0] ?? node);
    return node.tokens.includes("++") ? `count one more in ${target}` : `count one less in ${target}`;
  },
  call_expression: (tree, node) => sayChange(tree, node),
};

/** Methods that change what they are called on. */
const CHANGES: Readonly<Record<string, (of: string, values: readonly string[]) => string>> = {
  push: (of, values) => `add ${values.join(" and ")} to ${of}`,
  unshift: (of, values) => `put ${values.join(" and ")} before ${of}`,
  add: (of, values) => `remember ${values.join(" and ")} in ${of}`,
  set: (of, [key, value]) => `remember ${value ?? "nothing"} for ${key} in ${of}`,
  delete: (of, [key]) => `forget ${key} in ${of}`,
  reverse: (of) => `turn ${of} around`,
  pop: (of) => `drop the last of ${of}`,
  shift: (of) => `drop the first of ${of}`,
};

function sayChange(tree: SyntaxTree, node: SyntaxNode): string | null {
  const called = child(node, "function");
  if (called && textOf(tree, called) === "write") return sayWrite(tree, node);
  if (called?.type !== "member_expression") return null;
  const [on, method] = [child(called, "object"), child(called, "property")];
  if (!on || !method) return null;
  if (textOf(tree, on) === "console") return `tell on stderr: ${saidArguments(tree, node).join(" ")}`;
  const counted = sayCounting(tree, node, textOf(tree, on));
  if (counted !== null) return counted;
  const name = textOf(tree, method);
  if (name === "sort") {
    return `sort ${sayOrder(tree, sayExpression(tree, on), argumentsOf(node)[0]).replace(", sorted", "")}`;
  }
  return Object.hasOwn(CHANGES, name)
    ? CHANGES[name]!(sayExpression(tree, on), saidArguments(tree, node))
    : null;
}

/** `counts.set(key, (counts.get(key) ?? 0) + 1)`, which is how nearly everybody counts. */
function sayCounting(tree: SyntaxTree, node: SyntaxNode, table: string): string | null {
  const [key, value] = argumentsOf(node);
  const sum = value && unwrap(value);
  if (!key || sum?.type !== "binary_expression" || !sum.tokens.includes("+")) return null;
  const [left, right] = [child(sum, "left"), child(sum, "right")];
  const before = left && textOf(tree, unwrap(left)).replace(/\s+/g, "");
  const isOld = before?.startsWith(`${table}.get(${textOf(tree, key).replace(/\s+/g, "")})`);
  if (!isOld || !right) return null;
  const said = sayExpression(tree, key);
  return textOf(tree, right) === "1"
    ? `count one more for ${said} in ${table}`
    : `add ${sayExpression(tree, right)} to what ${table} has for ${said}`;
}

function sayWrite(tree: SyntaxTree, node: SyntaxNode): string {
  const [path = "a file", data = "nothing"] = saidArguments(tree, node);
  return `write ${data} to the file ${path}`;
}

function saidArguments(tree: SyntaxTree, node: SyntaxNode): readonly string[] {
  return argumentsOf(node).map((one) => sayExpression(tree, one));
}
