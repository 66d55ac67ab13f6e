// Somebody swaps a granted path for a symbolic link after writ looked at it and before bubblewrap does: a program in front of
// bubblewrap does just that.
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runSealed } from "../support/sealed-run.ts";
import { lookedHere } from "../support/this-machine.ts";

let folder = "";
let granted = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "writ-swapped-")));
  granted = join(folder, "granted");
  writeFileSync(granted, "granted");
  writeFileSync(join(folder, "other"), "other");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(["full", "namespace"] as const)("at %s", async (level) => {
  const looked = await lookedHere(level);
  const reached = looked.kind === "reached" && "bubblewrap" in looked.reached ? looked.reached : null;

  /** The same with a program before bubblewrap that does `first`. */
  const inFront = (first: string) => {
    const bubblewrap = join(folder, "bwrap");
    writeFileSync(bubblewrap, `#!/bin/sh\n${first}\nexec ${reached!.bubblewrap} "$@"\n`, { mode: 0o700 });
    return { ...reached!, bubblewrap };
  };
  const swap = () => `mv ${granted} ${folder}/moved && ln -s ${folder}/other ${granted}`;
  const read = (first: string) =>
    runSealed(`export default (input, options, { read }) => read("${granted}").text();`, {
      reached: inFront(first),
      capabilities: [`read:${granted}`],
    });
  const write = (first: string) =>
    runSealed(
      `export default (input, options, { write }) => { write("${granted}", "written"); return 1; };`,
      { reached: inFront(first), capabilities: [`write:${granted}`] },
    );

  test.skipIf(!reached)("a link that takes a read file's place is not followed", async () => {
    expect((await read(":")).stdout).toBe("granted\n");
    expect((await read(swap())).stdout).toBe("granted\n");
  });

  test.skipIf(!reached)("a link that takes a written file's place is not followed", async () => {
    expect((await write(":")).stdout).toBe("1\n");
    expect(readFileSync(granted, "utf8")).toBe("written");
    await write(swap());
    expect(readFileSync(join(folder, "other"), "utf8")).toBe("other");
  });

  test.skipIf(!reached)("a link that is there before is refused by name", async () => {
    symlinkSync("granted", join(folder, "link"));
    const { outcome } = await runSealed("export default () => 1;", {
      reached: reached!,
      capabilities: [`read:${folder}/link`],
    });
    expect(outcome).toMatchObject({
      kind: "sealing-failed",
      detail: `${folder}/link is not what was approved`,
    });
  });
});
