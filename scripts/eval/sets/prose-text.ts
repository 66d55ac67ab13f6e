import { z } from "zod";
import { exampleOf, ndjson, type Read } from "../task.ts";

const GIVEN = 3;
const row = z.object({
  id: z.string(),
  examples: z.array(z.object({ input: z.array(z.string().nullable()), output: z.string().nullable() })),
});

/** Texts to change as the first three pairs show, without a word of description; all other pairs are unseen. */
export function proseTextTask(value: unknown): Read {
  const { id, examples } = row.parse(value);
  if (examples.length <= GIVEN) return { ok: false, id, why: `it has no more than ${GIVEN} pairs` };
  const records = examples.map(({ input }) => recordOf(input));
  const task = {
    id,
    directive: `For each record of the input yield one record { result }: a text made from the record's texts, as in the examples. Find the rule that they follow; it must hold for records that are not shown.`,
    examples: examples.slice(0, GIVEN).map(({ output }, at) => exampleOf(records[at], output)),
    sampled: ndjson("texts.ndjson", records.slice(0, GIVEN)),
    judged: ndjson("texts.ndjson", records),
    expected: {
      kind: "results" as const,
      values: examples.map(({ output }) => output),
      given: GIVEN,
    },
  };
  return { ok: true, task };
}

function recordOf(input: readonly (string | null)[]): Record<string, string | null> {
  if (input.length === 1) return { text: input[0]! };
  return Object.fromEntries(input.map((text, at) => [`text${at + 1}`, text]));
}
