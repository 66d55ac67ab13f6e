import { keyLine } from "../key-line.ts";
import { cells, type Line, line, lineCells, span } from "../line.ts";
import { fieldRow } from "../text-field.ts";
import { wrap } from "../wrap.ts";
import { listedKeys, MATCH_KEYS } from "./keys.ts";
import type { ApprovalState, Matching, Typing } from "./state.ts";

/** What moves the viewport, beside the keys that decide. */
const MORE = "↑↓ move · / find";

/** The last rows: the keys, or what is being typed, with what there is to say about it. */
export function footRows(state: ApprovalState, columns: number, scrolls: boolean): readonly Line[] {
  const { mode, notice } = state;
  if (mode.kind === "typing") return typingRows(mode, columns);
  const said = notice === null ? [] : wrap(line(span(notice, "warn")), { columns });
  if (mode.kind === "matching") return [...said, matchRow(mode, columns)];
  if (mode.kind === "editing") return [...said, line(span("in your editor …", "dim"))];
  const { standOut } = mode;
  return [...said, keyLine(listedKeys(state.question), { columns, standOut, more: scrolls ? MORE : "" })];
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
  { readonly prompt: string; readonly short: string; readonly help: string }
> = {
  name: { prompt: "save as: ", short: "", help: "Enter saves and runs, Esc goes back" },
  words: { prompt: "change: ", short: "", help: "Enter sends it to the model, Esc goes back" },
  search: { prompt: "/", short: "/", help: "Enter searches, Esc goes back" },
};

function typingRows({ what, field, problem }: Typing, columns: number): readonly Line[] {
  const { prompt, short, help } = PROMPTS[what];
  const said = problem === null ? span(help, "dim") : span(problem, "warn");
  const row = fieldRow(columns >= 30 ? prompt : short, field, columns);
  if (lineCells(row) + 3 + cells(said.text) <= columns) return [[...row, span("   "), said]];
  return [...wrap([said], { columns }), row];
}
