import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "./judged.ts";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly entry_point: string;
}

/** What a model wrote and somebody measured to be right, each with its function as the default. */
export function recordedTexts(corpora: string): readonly Text[] {
  const text = readFileSync(join(corpora, "generate/mbtsp-recorded-completions.jsonl"), "utf8");
  const rows = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
  return rows
    .filter(({ label }) => label === "pass")
    .map(({ id, code, entry_point }) => ({ id, code: `${code}\nexport default () => ${entry_point};\n` }));
}
