import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Expected, Read } from "../task.ts";
import { cellsOf, rowsOfCsv } from "./miller-output.ts";

const row = z.object({
  id: z.string(),
  prose: z.string().nullable(),
  cmd: z.string(),
  output: z.string(),
});

/** How Miller reads and writes, by its flags. Other flags and other forms are no tasks. */
const FORMS: readonly (readonly [flags: RegExp, out: "csv" | "json" | "columns"])[] = [
  [/^--csv$|^--icsv --ocsv$/, "csv"],
  [/^--json$|^--c2j$|^--icsv --ojson$/, "json"],
  [/^--c2p$|^--icsv --opprint$/, "columns"],
];

/**
 * A command of Miller's documentation that stands below a sentence, to be done on its one input. The sentence and the
 * command are the directive; the output is hidden. `folder` holds the inputs.
 */
export function millerDocsTask(value: unknown, folder: string): Read {
  const { id, prose, cmd, output } = row.parse(value);
  const no = (why: string): Read => ({ ok: false, id, why });
  if (!prose) return no("nothing describes it");
  const [, flags = "", from] = /^mlr ((?:--\S+ )+?)(?:--from (\S+) )?(?=[^-])/.exec(cmd) ?? [];
  const form = FORMS.find(([pattern]) => pattern.test(flags.trim()));
  if (!form || /[|<>]\s*\S+\s*$|\bthen (?:tee|split)\b|\bmlr\b.*\bmlr\b/s.test(cmd))
    return no("it is no single command over CSV or JSON");
  const file = from ?? /(\S+)$/.exec(cmd)![1]!;
  const path = join(folder, file);
  if (!/\.(?:csv|json)$/.test(file) || !existsSync(path)) return no("its input is not there");
  const records = recordsOf(output, form[1]);
  if (records === null) return no("its output is no plain list of records");
  const input = { name: basename(file), text: readFileSync(path, "utf8") };
  const expected: Expected = { kind: "records", records };
  return {
    ok: true,
    task: { id, directive: directiveOf(prose, cmd), examples: [], sampled: input, judged: input, expected },
  };
}

function directiveOf(prose: string, cmd: string): string {
  return `Do what this Miller command does with the input, and yield the records that it writes:

${cmd}

Its documentation says: ${prose.trim()}`;
}

function recordsOf(output: string, form: "csv" | "json" | "columns") {
  if (form === "json") return jsonRecords(output);
  return form === "csv" ? rowsOfCsv(output) : cellsOf(output);
}

function jsonRecords(output: string): readonly Record<string, unknown>[] | null {
  try {
    const value: unknown = JSON.parse(output);
    const records = Array.isArray(value) ? value : [value];
    return records.every((one) => one !== null && typeof one === "object") ? records : null;
  } catch {
    return null;
  }
}
