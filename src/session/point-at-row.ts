import type { StageResult } from "../terms/verdict.ts";
import type { Collaborators } from "./collaborators.ts";

const ROW = /^row\s+(\d+)\s*[:,;–—-]?\s*(?:is wrong\s*[:,;–—-]?\s*)?/i;

/**
 * A revision that begins with "row 2" speaks of that row of the trial: the words with the row in them, as far as a model
 * may see it. Words that point at no row that was shown stay as they are.
 */
export async function pointAtRow(
  words: string,
  stages: readonly StageResult[],
  { sendable }: Pick<Collaborators, "sendable">,
): Promise<string> {
  const match = ROW.exec(words);
  const rows = stages.find(({ stage }) => stage === "trial")?.rows ?? [];
  const row = match === null ? undefined : rows[Number(match[1]) - 1];
  if (match === null || row === undefined) return words;
  const quoted = await sendable(row);
  const wanted = words.slice(match[0].length).trim();
  const which = `row ${match[1]} of the result on the sample${quoted === null ? "" : `, ${quoted}`}`;
  return `${which}, is wrong${wanted === "" ? "" : `: ${wanted}`}`;
}
