// What reaches a model's server: secrets of every kind planted in a log, in JSON and in CSV, the real bin/writ, and a
// real server on loopback that records what it was sent.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLANTED, secretParts } from "../sample/redact/planted.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";

const REPLY = "```ts\nexport default (input: Input) => input.lines().toArray().length;\n```\n";
const PER_RECORD = 7;

let home = "";
let server: ModelServer | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-redaction-"));
});
afterEach(async () => {
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

const rows = Array.from({ length: Math.ceil(PLANTED.length / PER_RECORD) }, (_, at) =>
  PLANTED.slice(at * PER_RECORD, (at + 1) * PER_RECORD),
);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

const FILES: Readonly<Record<string, string>> = {
  "app.log": PLANTED.map(({ inText }, n) => `10:00:${n} worker-${n} ${inText}\n`).join(""),
  "events.ndjson": rows
    .map((row, n) =>
      JSON.stringify({
        worker: `worker-${n}`,
        ...Object.fromEntries(row.map(({ field, value }, i) => [`f${i}_${field}`, value])),
      }),
    )
    .join("\n"),
  "users.csv": `worker,${PLANTED.map(({ field }, n) => `f${n}_${field}`).join(",")}\nworker-0,${PLANTED.map(({ value }) => quoted(value)).join(",")}\n`,
};

test.each(Object.keys(FILES))("no secret in %s is sent, and what stands beside it is", async (name) => {
  server = await startModelServer([REPLY]);
  writeFileSync(join(home, name), FILES[name]!);
  const env = { PATH: process.env.PATH, HOME: home, OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" };
  const words = ["ask", "count the lines", name, "--dry-run"];
  const { stderr } = await promisify(execFile)(resolve("bin/writ"), words, { cwd: home, env });
  const sent = JSON.stringify(server.requests);
  expect(sent).toContain("worker-0");
  for (const planted of PLANTED) {
    for (const part of secretParts(planted)) expect(sent).not.toContain(part);
  }
  expect(stderr).toContain("replaced before a model sees it: ");
});
