import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordsOf } from "./sources.ts";

/** https://github.com/nst/JSONTestSuite: `y_` must parse, `n_` must not, `i_` is left to the reader. */
const folder = join(process.env.WRIT_CORPORA ?? "", "data/JSONTestSuite");
const files = process.env.WRIT_CORPORA && existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(files.length === 0)("JSONTestSuite (WRIT_CORPORA)", () => {
  test.each(files)("%s", (file) => {
    const { malformed } = recordsOf("json", readFileSync(join(folder, file)), { size: 7 });
    if (file.startsWith("y_")) expect(malformed).toBeUndefined();
    if (file.startsWith("n_")) expect(malformed).toMatch(/^in, line \d+(, column \d+)?: expected .+, found /);
  });
});
