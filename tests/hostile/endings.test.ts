// Accidents and attacks against the limits, with the check left out. Each has its named ending; the control
// beside it does the same within the limit and succeeds.
import { describe, expect, test } from "vitest";
import { runSealed } from "../support/sealed-run.ts";

const MIB = 1024 * 1024;

describe("a run ends at its limit", () => {
  test("an endless loop by CPU", async () => {
    const { outcome } = await runSealed(
      "export default () => { for (let i = 0; ; i = (i + 1) % 7) if (i > 9) return i; }",
      {
        limits: { cpuMs: 1000 },
      },
    );
    expect(outcome).toMatchObject({ kind: "limit", limit: "cpu", value: 1000, probable: false });
  });

  test("a loop that ends is let through", async () => {
    const { outcome, stdout } = await runSealed(
      "export default () => { let n = 0; for (let i = 0; i < 1e6; i++) n += i; return n; }",
      {
        limits: { cpuMs: 2000 },
      },
    );
    expect([outcome.kind, stdout]).toEqual(["done", "499999500000\n"]);
  });

  test.each([
    ["heap", "const all = []; for (let i = 0; ; i++) all.push({ i, text: 'x'.repeat(64) + i });"],
    [
      "strings",
      "let text = 'abc'; const all = []; for (;;) { text = text + text.slice(0, 1e6) + Math.abs(text.length); all.push([...text].join('')); }",
    ],
    ["buffers", "const all = []; for (;;) all.push(new Uint8Array(16 * 1024 * 1024).fill(1));"],
    ["a map", "const all = new Map(); for (let i = 0; ; i++) all.set(i, [i]);"],
  ])("endless allocation of %s by memory", async (_name, body) => {
    const { outcome } = await runSealed(`export default () => { ${body} }`, {
      limits: { memoryBytes: 128 * MIB },
    });
    expect(outcome).toMatchObject({ kind: "limit", limit: "memory", value: 128 * MIB });
  });

  test("buffers within the limit are let through", async () => {
    const { outcome, stdout } = await runSealed(
      "export default () => { const all = []; for (let i = 0; i < 5; i++) all.push(new Uint8Array(16e6).fill(1)); return all.length; }",
      { limits: { memoryBytes: 128 * MIB } },
    );
    expect([outcome.kind, stdout]).toEqual(["done", "5\n"]);
  });

  test("endless output by output, counted before it is written", async () => {
    const { outcome, stdout } = await runSealed(
      "export default function* () { for (;;) yield 'x'.repeat(99); }",
      {
        limits: { outputBytes: 1000 },
      },
    );
    expect(outcome).toMatchObject({ kind: "limit", limit: "output", value: 1000 });
    expect(stdout.length).toBeLessThanOrEqual(1000);
  });

  test("a wait without end by time", async () => {
    const { outcome } = await runSealed("export default async () => { for (;;) await Promise.resolve(); }", {
      limits: { wallMs: 300 },
    });
    expect(outcome).toMatchObject({ kind: "limit", limit: "wall", value: 300, probable: false });
  });

  test("a signal ends it at once, however busy it is", async () => {
    const controller = new AbortController();
    const running = runSealed(
      "export default () => { for (let i = 0; ; i = (i + 1) % 7) if (i > 9) return i; }",
      {
        signal: controller.signal,
      },
    );
    controller.abort("SIGTERM");
    expect((await running).outcome).toMatchObject({ kind: "stopped", signal: "SIGTERM" });
  });

  test("a catastrophic regular expression falls back to linear time", async () => {
    const { outcome, stdout } = await runSealed("export default () => /^(a+)+$/.test('a'.repeat(50) + 'b')", {
      limits: { cpuMs: 2000 },
    });
    expect([outcome.kind, stdout]).toEqual(["done", "false\n"]);
  });

  test("an exit code that the snippet forges ends only its own run as a failure", async () => {
    const { outcome } = await runSealed("export default () => { throw new Error('out of memory'); }");
    expect(outcome).toMatchObject({ kind: "failed", detail: expect.stringContaining("out of memory") });
  });
});
