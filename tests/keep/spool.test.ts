import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createResults, RESULTS_MOST } from "../../src/keep/results.ts";
import { openSpool } from "../../src/keep/spool.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const folder = () => join(scratchFolder("spool"), "spools");

describe("openSpool", () => {
  test("gives back what was written, from its start each time, while more is written", () => {
    const spool = openSpool(folder());
    spool.write(Buffer.from("one\n"));
    expect(readFileSync(spool.path, "utf8")).toBe("one\n");
    spool.write(Buffer.from("two\n"));
    expect(readFileSync(spool.path, "utf8")).toBe("one\ntwo\n");
    const into = Buffer.alloc(3);
    expect([spool.read(4, into), into.toString(), spool.read(8, into)]).toEqual([3, "two", 0]);
    expect(spool.bytes).toBe(8);
    spool.close();
  });

  test("leaves no name behind, in a folder that is private", () => {
    const at = folder();
    const spool = openSpool(at);
    spool.write(Buffer.from("secret"));
    expect(readdirSync(at)).toEqual([]);
    expect(statSync(at).mode & 0o777).toBe(0o700);
    expect(statSync(spool.path).mode & 0o777).toBe(0o600);
    spool.close();
    spool.close();
  });

  test("fails with the folder's name where it cannot be made", () => {
    expect(() => openSpool("/dev/null/spools")).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ path: "/dev/null/spools" }) }),
    );
  });
});

describe("createResults", () => {
  test("finds results by number and the last one without, and lets go of the oldest", () => {
    const results = createResults(folder());
    const add = (title: string) => results.add({ title, form: "lines", rows: 1, spool: results.open() });
    expect(results.get(null)).toBeNull();
    for (let n = 1; n <= RESULTS_MOST + 1; n++) expect(add(`run ${n}`).number).toBe(n);
    expect(results.get(null)?.title).toBe(`run ${RESULTS_MOST + 1}`);
    expect(results.get(2)?.title).toBe("run 2");
    expect(results.get(1)).toBeNull();
    results.close();
    expect(results.get(null)).toBeNull();
  });
});
