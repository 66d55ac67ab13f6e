import type { Expression } from "oxc-parser";

/**
 * The value of an expression that is written out and that JSON can say.
 *
 * @throws Error naming what JSON has no word for (`undefined`, a call, a hole in an array), and integers beyond 2^53.
 */
export function literalValue(node: Expression, source: string): unknown {
  switch (node.type) {
    case "Literal":
      if (node.value instanceof RegExp || typeof node.value === "bigint") throw not(node, source);
      if (isTooLong(node.value))
        throw new Error(`a test has a number that engines round differently: ${node.raw}`);
      return node.value;
    case "ArrayExpression":
      return node.elements.map((one) => {
        if (one === null || one.type === "SpreadElement") throw not(node, source);
        return literalValue(one, source);
      });
    case "ObjectExpression":
      return Object.fromEntries(node.properties.map((one) => property(one, source)));
    case "UnaryExpression":
      return signed(node, source);
    case "ParenthesizedExpression":
      return literalValue(node.expression, source);
    case "TemplateLiteral":
      if (node.expressions.length > 0) throw not(node, source);
      return node.quasis[0]!.value.cooked;
    default:
      throw not(node, source);
  }
}

function property(
  one: Extract<Expression, { type: "ObjectExpression" }>["properties"][number],
  source: string,
): [string, unknown] {
  if (one.type === "SpreadElement" || one.computed || one.kind !== "init") throw not(one, source);
  const { key } = one;
  if (key.type === "Identifier") return [key.name, literalValue(one.value, source)];
  if (key.type === "Literal") return [String(key.value), literalValue(one.value, source)];
  throw not(one, source);
}

function signed(node: Extract<Expression, { type: "UnaryExpression" }>, source: string): number {
  const value = literalValue(node.argument, source);
  if (typeof value !== "number") throw not(node, source);
  if (node.operator === "-") return value === 0 ? 0 : -value;
  if (node.operator === "+") return value;
  throw not(node, source);
}

function not({ start, end }: { start: number; end: number }, source: string): Error {
  const text = source.slice(start, end);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new Error(`a test has a value that JSON cannot say: ${shown}`);
}

// Powers and sums of such numbers differ in their last digits between versions of one engine.
function isTooLong(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
