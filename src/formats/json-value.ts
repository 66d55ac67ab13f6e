import { Unrenderable } from "./unrenderable.ts";

const stringify = JSON.stringify;
const isArray = Array.isArray;
const getPrototypeOf = Object.getPrototypeOf;
const objectPrototype = Object.prototype;

/**
 * A value as JSON on one line. As `JSON.stringify`, but a bigint is its digits, a Map an object, any other
 * iterable an array, an Error or RegExp its text, where `JSON.stringify` throws or writes `{}`.
 * @throws {Unrenderable} a function or symbol, a cycle
 */
export function toJson(value: unknown): string {
  return isPlain(value, "the result", 0) ? stringify(value) : toJsonSlowly(value);
}

/** Deeper values are left to the slow way, which also finds a cycle. */
const DEPTH_MOST = 64;

/**
 * Whether `JSON.stringify` writes all of a value as what it is: JSON's own kinds of values, in arrays and plain
 * objects. Throws where there is a function or symbol, which it would leave out without a word.
 */
function isPlain(value: unknown, what: string, depth: number): boolean {
  if (value === undefined) return depth > 0;
  if (typeof value !== "object") {
    refuseOne(value, what);
    return typeof value !== "bigint";
  }
  if (value === null) return true;
  if (depth > DEPTH_MOST) return false;
  if (isArray(value)) return value.every((one) => isPlain(one, what, depth + 1));
  const prototype = getPrototypeOf(value);
  if (prototype !== objectPrototype && prototype !== null) return false;
  for (const name in value) {
    const field = (value as Record<string, unknown>)[name];
    if (!isPlain(field, name, depth + 1)) return false;
  }
  return true;
}

function refuseOne(value: unknown, name: string): void {
  if (typeof value !== "function" && typeof value !== "symbol") return;
  const what = name === "" || name === "the result" ? "the result" : `the field \`${name}\``;
  throw new Unrenderable(
    `${what} is a ${typeof value}, which cannot be written: give its result or its text`,
  );
}

function toJsonSlowly(value: unknown): string {
  try {
    const text = stringify(value, plain);
    if (text === undefined) throw new Unrenderable(`${typeof value} cannot be written as JSON`);
    return text;
  } catch (error) {
    if (error instanceof Unrenderable) throw error;
    const detail = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Unrenderable(`the result cannot be written as JSON: ${detail}`);
  }
}

function plain(name: string, value: unknown): unknown {
  if (typeof value === "bigint") return rawJson(String(value));
  refuseOne(value, name);
  if (value instanceof Promise) throw new Unrenderable("the result is a Promise: await it first");
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof RegExp || value instanceof Error) return String(value);
  return isIterable(value) && !isArray(value) ? [...value] : value;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

// ES2026; not yet in the type library.
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;
