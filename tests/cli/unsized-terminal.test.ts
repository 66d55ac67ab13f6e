// The real bin/writ on a terminal that nobody gave a size: it has 0 columns, and people have sent results there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTerminal, type Terminal } from "../support/terminal.ts";

let home = "";
let terminal: Terminal | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
  writeFileSync(join(home, "in"), "10.0.0.1 200\n10.0.0.2 404\n10.0.0.1 200\n");
});
afterEach(() => {
  terminal?.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

test("a result on a terminal of 0 columns is drawn as on one of 80", async () => {
  const line = `stty cols 0 rows 0; stty size; ${resolve("bin/writ")} run top-values --column 1 in; echo "rc $?"`;
  terminal = openTerminal("sh", ["-c", `cd ${home}; ${line}`], { env: { HOME: home } });
  await terminal.exit;
  const shown = terminal.transcript();
  expect(shown).toMatch(/^0 0\n/);
  expect(shown).toMatch(/^value +count *\n10\.0\.0\.1 +2 *\n10\.0\.0\.2 +1 *\nrc 0$/m);
});
