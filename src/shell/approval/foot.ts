import { rowsMost, type Size } from "../frame.ts";
import { keyLine, keyRows } from "../key-line.ts";
import { cells, type Line, line, lineCells, span } from "../line.ts";
import { fieldRow } from "../text-field.ts";
import { wrap } from "../wrap.ts";
import { type ApprovalKey, listedKeys, MATCH_KEYS } from "./keys.ts";
import type { ApprovalState, Matching, Typing } from "./state.ts";

/** What moves the viewport, beside the keys that decide. */
const MORE = "↑↓ move · / find";

/** The last rows: the keys, or what is being typed, with what there is to say about it. */
export function footRows(state: ApprovalState, size: Size, scrolls: boolean): readonly Line[] {
  const { mode, notice } = state;
  const { columns } = size;
  if (mode.kind === "typing") return typingRows(mode, columns);
  const said = notice === null ? [] : wrap(line(span(notice, "warn")), { columns });
  if (mode.kind === "matching") return [...said, matchRow(mode, columns)];
  if (mode.kind === "editing") return [...said, line(span("in your editor …", "dim"))];
  return [...said, ...decisionRows(listedKeys(state.question), { ...mode, size, more: scrolls ? MORE : "" })];
}

/** One row of keys; all of them with their verbs after an Enter, where there is room for that. */
function decisionRows(
  keys: readonly ApprovalKey[],
  { standOut, size, more }: { standOut: boolean; size: Size; more: string },
): readonly Line[] {
  const { columns } = size;
  const all = standOut ? keyRows(keys, { columns, more }) : [];
  if (all.length > 0 && all.length <= rowsMost(size) / 2) return all;
  return [keyLine(keys, { columns, standOut, more })];
}

function matchRow({ query, lines, at }: Matching, columns: number): Line {
  const found = line(span(`${JSON.stringify(query)} ${at + 1} of ${lines.length} · `, "accent"));
  const keys = keyLine(MATCH_KEYS, { columns: columns - lineCells(found), standOut: false, more: "" });
  return columns - lineCells(found) >= lineCells(keys)
    ? [...found, ...keys]
    : keyLine(MATCH_KEYS, { columns, standOut: false, more: "" });
}

const PROMPTS: Record<
  Typing["what"],
  { readonly prompt: string; readonly short: string; readonly does: string }
> = {
  name: { prompt: "save as: ", short: "", does: "saves and runs" },
  words: { prompt: "change: ", short: "", does: "sends it to the model" },
  example: { prompt: "wanted (IN => OUT): ", short: "", does: "runs it" },
  search: { prompt: "/", short: "/", does: "searches" },
};

function typingRows({ what, field, problem }: Typing, columns: number): readonly Line[] {
  const { prompt, short, does } = PROMPTS[what];
  const [long, brief] = [`Enter ${does}, Esc goes back`, `Enter ${does}`];
  const help = columns >= long.length ? long : brief;
  const said = problem === null ? span(help, "dim") : span(problem, "warn");
  const row = fieldRow(columns >= 30 ? prompt : short, field, columns);
  if (lineCells(row) + 3 + cells(said.text) <= columns) return [[...row, span("   "), said]];
  return [...wrap([said], { columns }), row];
}
