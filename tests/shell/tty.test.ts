import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";
import { openTerminal } from "../support/terminal.ts";

test("discardTyped throws away keys that wait in the kernel, and none that come later", async () => {
  const hold = join(scratchFolder("tty"), "go");
  const terminal = openTerminal(process.execPath, ["tests/shell/fixtures/types.ts"], { env: { HOLD: hold } });
  await terminal.until("holding");
  await terminal.type("yn");
  await terminal.key("escape");
  await writeFile(hold, "");
  await terminal.until("listening");
  await terminal.key("pagedown");
  expect(await terminal.exit).toBe(0);
  expect(terminal.screen()).toBe("holding\nlistening\npagedown");
});
