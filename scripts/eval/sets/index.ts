import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Read } from "../task.ts";
import { humanevalTask, mbtspTask, recordedTask } from "./functions.ts";
import { jqManualTask } from "./jq-manual.ts";
import { millerDocsTask } from "./miller-docs.ts";
import { proseTextTask } from "./prose-text.ts";

/** A set of tasks that lies in the folder of corpora, one row of JSON a line. */
interface TaskSet {
  readonly name: string;
  readonly file: string;
  read(row: unknown, corpora: string): Read;
}

export const SETS: readonly TaskSet[] = [
  { name: "humaneval-ts", file: "generate/humaneval-ts.jsonl", read: humanevalTask },
  { name: "mbtsp", file: "generate/mbtsp.jsonl", read: mbtspTask },
  { name: "prose-text", file: "transform/prose-text.jsonl", read: proseTextTask },
  { name: "jq-manual", file: "transform/jq-manual.jsonl", read: jqManualTask },
  {
    name: "miller-docs",
    file: "transform/miller-docs.jsonl",
    read: (row, corpora) => millerDocsTask(row, join(corpora, "transform/miller-docs-input")),
  },
  { name: "mbtsp-recorded", file: "generate/mbtsp-recorded-completions.jsonl", read: recordedTask },
];

/** Every row of a set, read; null where its file is not there. */
export function readSet({ file, read }: TaskSet, corpora: string): readonly Read[] | null {
  const path = join(corpora, file);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => read(JSON.parse(line), corpora));
}
