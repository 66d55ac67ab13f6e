import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/sample/redact/create-redactor.ts";
import { findKnownSecrets } from "../../../src/sample/redact/known-secrets.ts";

const folder = join(process.env.WRIT_CORPORA ?? "", "data/loghub");
const files = process.env.WRIT_CORPORA && existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(files.length === 0)(
  "real logs (WRIT_CORPORA): no timestamp, number or word is replaced",
  () => {
    test.each(files)("%s", async (file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n").slice(0, 1000);
      const redactor = createRedactor({ known: await findKnownSecrets(lines.join("\n")) });
      const changed = lines.filter((line) => redactor.text(line) !== line);
      // One of them names the address of who built a kernel.
      expect(changed.filter((line) => !/ \(\w+@[\w.]+\) \(gcc version /.test(line))).toEqual([]);
    });
  },
);
