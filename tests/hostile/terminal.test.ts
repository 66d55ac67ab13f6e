// What a snippet wrote reaches a terminal only made visible, whichever way it goes: text as it is, a table drawn
// from tagged lines, stderr, the sentence of an outcome. The attacks of attacks/terminal are what is written.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../scripts/hostile/run-attack.ts";
import { visibleSink } from "../../src/cli/faces/stderr-filter.ts";
import { createResultView } from "../../src/shell/result.ts";
import { wordOutcome } from "../../src/terms/outcome-wording.ts";
import { hasHidden } from "../../src/terms/visible.ts";

const FOLDER = resolve("tests/hostile/attacks/terminal");
const names = readdirSync(FOLDER);

let reports: Map<string, Report>;
beforeAll(() => {
  const words = [resolve("scripts/hostile.ts"), FOLDER];
  const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
  reports = new Map(
    stdout
      .trim()
      .split("\n")
      .map((line): [string, Report] => [JSON.parse(line).file, JSON.parse(line)]),
  );
}, 60_000);

describe("on a terminal", () => {
  test.each(names)("%s shows no control as text or on stderr", (name) => {
    const { stdout, stderr } = reports.get(name)!;
    expect(hasHidden(asText(stdout) + asText(stderr))).toBe(false);
  });

  test.each(names)("%s shows no control of its own in a drawn result", (name) => {
    expect(hasHidden(asDrawn(reports.get(name)!.stdout))).toBe(false);
  });

  test.each(names)("%s shows no control in the sentence of its outcome", (name) => {
    expect(hasHidden(wordOutcome(reports.get(name)!.outcome).sentence)).toBe(false);
  });

  test("some of them did write controls (control)", () => {
    const raw = [...reports.values()].filter(({ stdout, stderr }) => hasHidden(stdout + stderr));
    expect(raw.length).toBeGreaterThan(10);
  });
});

function asText(written: string): string {
  let shown = "";
  const sink = visibleSink((text) => {
    shown += text;
  });
  for (const byte of Buffer.from(written)) sink.write(Buffer.of(byte));
  sink.end();
  return shown;
}

function asDrawn(written: string): string {
  let shown = "";
  const view = createResultView({
    write: (text) => {
      shown += text;
    },
    columns: () => 80,
    color: false,
  });
  view.take(Buffer.from(written));
  view.end();
  return shown;
}
