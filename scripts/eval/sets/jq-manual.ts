import { z } from "zod";
import { ndjson, type Read } from "../task.ts";

const DESCRIPTION_CHARS_MOST = 1500;
const OF_JQ_ITSELF = /\$ENV|\benv\b|\$__loc__|\bhave_decnum\b/;
const LONG_NUMBER = /\d{17}/;
const row = z.object({
  id: z.string(),
  description: z.string(),
  program: z.string(),
  input: z.string(),
  outputs: z.array(z.string()),
});

/**
 * A filter of the jq manual to be done on one input, whose output is hidden. What is to be done is the filter itself with
 * the words that describe it: these alone do not say what the manual's example does with them.
 */
export function jqManualTask(value: unknown): Read {
  const { id, description, program, input, outputs } = row.parse(value);
  if (OF_JQ_ITSELF.test(program))
    return { ok: false, id, why: "its output depends on how jq was built or started" };
  if (LONG_NUMBER.test([program, input, ...outputs].join(" ")))
    return { ok: false, id, why: "it has a number that engines round differently" };
  try {
    const inputs = ndjson("documents.ndjson", [{ input: json(input) }]);
    const task = {
      id,
      directive: `Do what this jq filter does: ${program}

For each record of the input the filter's input is its field "input". Yield one record { result } for each, in which result is the list of all that the filter outputs.

The manual says:
${description.trim().slice(0, DESCRIPTION_CHARS_MOST)}`,
      examples: [],
      sampled: inputs,
      judged: inputs,
      expected: { kind: "results" as const, values: [outputs.map(json)], given: 0 },
    };
    return { ok: true, task };
  } catch (error) {
    return { ok: false, id, why: (error as Error).message };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("the input or an output is no JSON");
  }
}
