import { bounded, type Constant } from "./constant.ts";

/** The value of an operator over two constants; undefined for what is not worth knowing. */
export function binary(operator: string, left: Constant, right: Constant): Constant | undefined {
  if (operator === "+") return plus(left, right);
  if (operator === "===" || operator === "==") return same(left, right);
  if (operator === "!==" || operator === "!=") {
    const equal = same(left, right);
    return equal === undefined ? undefined : !equal;
  }
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  return NUMERIC.get(operator)?.(left, right);
}

/** The value of an operator before a constant. */
export function unary(operator: string, value: Constant): Constant | undefined {
  if (operator === "!") return !value;
  if (operator === "typeof") return value === null || Array.isArray(value) ? "object" : typeof value;
  if (Array.isArray(value)) return undefined;
  if (operator === "-") return -Number(value);
  if (operator === "+") return Number(value);
  return operator === "~" ? ~Number(value) : undefined;
}

function plus(left: Constant, right: Constant): Constant | undefined {
  const isSum = typeof left === "number" && typeof right === "number";
  return isSum ? left + right : bounded(String(left) + String(right));
}

function same(left: Constant, right: Constant): boolean | undefined {
  return typeof left === typeof right && !Array.isArray(left) ? left === right : undefined;
}

const NUMERIC = new Map<string, (a: number, b: number) => Constant>([
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => a / b],
  ["%", (a, b) => a % b],
  ["**", (a, b) => a ** b],
  ["^", (a, b) => a ^ b],
  ["&", (a, b) => a & b],
  ["|", (a, b) => a | b],
  ["<<", (a, b) => a << b],
  [">>", (a, b) => a >> b],
  [">>>", (a, b) => a >>> b],
  ["<", (a, b) => a < b],
  ["<=", (a, b) => a <= b],
  [">", (a, b) => a > b],
  [">=", (a, b) => a >= b],
]);
