import { Unrenderable } from "./unrenderable.ts";

const stringify = JSON.stringify;
const isArray = Array.isArray;

/**
 * A value as JSON on one line. As `JSON.stringify`, but a bigint is its digits, a Map an object, any other
 * iterable an array, an Error or RegExp its text, where `JSON.stringify` throws or writes `{}`.
 * @throws {Unrenderable} a function or symbol, a cycle
 */
export function toJson(value: unknown): string {
  refuseCode(value);
  let text: string | undefined;
  try {
    text = stringify(value);
  } catch {
    return toJsonSlowly(value);
  }
  if (text === undefined) throw new Unrenderable(`${typeof value} cannot be written as JSON`);
  // An empty object may be one that only looks empty to JSON.
  return text.includes("{}") ? toJsonSlowly(value) : text;
}

// JSON.stringify leaves out such properties without a word.
function refuseCode(value: unknown): void {
  refuseOne(value, "the result");
  if (typeof value !== "object" || value === null || isArray(value)) return;
  for (const name in value) refuseOne((value as Record<string, unknown>)[name], `the field \`${name}\``);
}

function refuseOne(value: unknown, what: string): void {
  if (typeof value !== "function" && typeof value !== "symbol") return;
  throw new Unrenderable(
    `${what} is a ${typeof value}, which cannot be written: give its result or its text`,
  );
}

function toJsonSlowly(value: unknown): string {
  try {
    return stringify(value, plain)!;
  } catch (error) {
    if (error instanceof Unrenderable) throw error;
    const detail = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Unrenderable(`the result cannot be written as JSON: ${detail}`);
  }
}

function plain(name: string, value: unknown): unknown {
  if (typeof value === "bigint") return rawJson(String(value));
  refuseOne(value, name === "" ? "the result" : `the field \`${name}\``);
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
