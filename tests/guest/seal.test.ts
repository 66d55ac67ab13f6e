import { describe, expect, test } from "vitest";
import { ALLOWED_GLOBALS } from "../../src/terms/globals.ts";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

const OUT_OF_REACH = [
  ...[
    "Deno",
    "process",
    "Buffer",
    "fetch",
    "WebSocket",
    "Worker",
    "SharedArrayBuffer",
    "Atomics",
    "WebAssembly",
  ],
  ...["globalThis", "self", "window", "eval", "Function", "Proxy", "Reflect", "setTimeout", "queueMicrotask"],
  ...["performance", "crypto", "navigator", "localStorage", "location", "addEventListener", "constructor"],
];

test.each(OUT_OF_REACH)("a snippet does not see %s", async (name) => {
  expect(await runSealed({ javascript: `export default () => typeof ${name}` })).toMatchObject({
    stdout: "undefined\n",
  });
});

test("a snippet sees every allowed global", async () => {
  const names = ALLOWED_GLOBALS.filter((name) => name !== "undefined");
  const javascript = `export default () => [${names.map((name) => `["${name}", typeof ${name}]`)}]
    .filter(([, type]) => type === "undefined").map(([name]) => name)`;
  expect(await runSealed({ javascript })).toEqual({ code: 0, stdout: "", stderr: "" });
});

test.each([
  ["Date.now()", "the clock is not granted: Date.now() would make a run unrepeatable"],
  ["new Date()", "the clock is not granted: new Date() without a date"],
  ["Date()", "the clock is not granted: Date()"],
  ["new (new Date(0).constructor)()", "the clock is not granted: new Date() without a date"],
  ["Temporal.Now.instant()", "the clock is not granted: Temporal.Now.instant()"],
  ["new Intl.DateTimeFormat().format()", "the clock is not granted: formatting without a date"],
  ["Math.random()", "randomness is not granted: Math.random()"],
])("%s throws, and says what is not granted", async (expression, message) => {
  const run = await runSealed({ javascript: `export default () => ${expression}` });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(message);
});

test.each([
  ["new Date(0).getTime()", "0\n"],
  ["new Date(2020, 1, 1) instanceof Date", "true\n"],
  ["Date.parse('2020-01-01T00:00:00Z')", "1577836800000\n"],
  ["new Date(0).getTimezoneOffset()", "0\n"],
  ["new Intl.DateTimeFormat('en-US').format(new Date(0))", "1/1/1970\n"],
  ["String(Temporal.PlainDate.from('2026-01-02'))", "2026-01-02\n"],
  ["String(new Date(0).toTemporalInstant())", "1970-01-01T00:00:00Z\n"],
  ["Math.max(1, 2)", "2\n"],
])("%s works", async (expression, stdout) => {
  expect(await runSealed({ javascript: `export default () => ${expression}` })).toMatchObject({
    code: 0,
    stdout,
  });
});

test("Temporal is gone for a snippet that does not write its name plainly", async () => {
  const hidden = await runSealed({ javascript: "export default () => typeof Tempor\\u0061l" });
  expect(hidden.stdout).toBe("undefined\n");
});

test("the clock and randomness work where they are granted", async () => {
  const javascript =
    "export default () => [Date.now() > 1e12, new Date().getTime() > 1e12, Math.random() < 1]";
  const run = await runSealed({ javascript, capabilities: ["clock", "random"] });
  expect(run.stdout).toBe("true\ntrue\ntrue\n");
});

describe("a snippet cannot", () => {
  test.each([
    ["make code from text", "export default () => (() => {}).constructor('return 1')()"],
    ["make a generator from text", "export default () => (function* () {}).constructor('yield 1')()"],
    [
      "read a file by importing it",
      'import t from "/etc/passwd" with { type: "text" };\nexport default () => t',
    ],
    ["read a file by a computed import", 'export default () => import("file:///" + "etc/passwd")'],
    [
      "reach node:fs",
      'import fs from "node:fs";\nexport default () => fs.readFileSync("/etc/passwd", "utf8")',
    ],
    [
      "reach node:child_process",
      'export default async () => (await import("node:child_process")).execSync("id")',
    ],
    ["import more than the helpers", 'import { start } from "writ";\nexport default () => typeof start'],
  ])("%s", async (_, javascript) => {
    const run = await runSealed({ javascript });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 1, stdout: "" });
  });
});

test("the helpers come from writ", async () => {
  const javascript = 'import { field, num } from "writ";\nexport default () => num(field(" a  2 ", 2)) + 1';
  expect(await runSealed({ javascript })).toEqual({ code: 0, stdout: "3\n", stderr: "" });
});

test("a snippet that patches prototypes breaks neither framing nor limits", async () => {
  const javascript = `
    JSON.stringify = () => "{}"; TextEncoder.prototype.encode = () => new Uint8Array(0);
    TextDecoder.prototype.decode = () => "x"; Array.isArray = () => true;
    export default function* (input) { yield { a: 1 }; yield* input.lines(); }`;
  const run = await runSealed({ javascript, stdin: "b\n", invocation: { output: "tagged" } });
  expect(run).toEqual({ code: 0, stdout: 'r{"a":1}\nlb\n', stderr: "" });
});

test("a snippet does not get hold of the global object while the engine exits", async () => {
  const javascript = `
    Object.defineProperty(Object.prototype, Symbol.for("Deno.isUnloadDispatched"), {
      get() { console.log(typeof this.Array); throw new Error("stays"); },
    });
    export default () => 1`;
  expect(await runSealed({ javascript })).toEqual({ code: 0, stdout: "1\n", stderr: "" });
});
