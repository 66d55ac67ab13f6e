import type { Written } from "../../terms/event.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { keyLine } from "../key-line.ts";
import { type Line, line, span } from "../line.ts";
import { cut, wrap } from "../wrap.ts";
import { REPAIR_KEYS } from "./keys.ts";
import type { RepairQuestion, RepairState } from "./state.ts";

/** The offer at this size; the decision is its last row. */
export function repairFrame({ question, standOut }: RepairState, size: Size): Frame {
  const { columns } = size;
  const decision = keyLine(REPAIR_KEYS, { columns, standOut, more: "" });
  return { rows: [...askedRows(question, columns), decision].slice(-rowsMost(size)) };
}

/** What stays in the scrollback: nothing of a yes, for the repair that follows says so itself. */
export function repairRecord({ answer }: RepairState, columns: number): Line[] {
  return answer?.kind === "yes" ? [] : wrap(line(span("the run was left as it is", "dim")), { columns });
}

const WRITTEN: Record<Written, string> = {
  nothing: "",
  some: "What it wrote stays written; the new run writes from the beginning of the input again.",
  perhaps:
    "What it may have written stays written; the new run writes from the beginning of the input again.",
};

/** The end of what it said is where its error stands; it has the key line and this row to itself. */
function askedRows({ reason, attempt, most, written }: RepairQuestion, columns: number): Line[] {
  const last = reason.trimEnd().split("\n").at(-1) ?? "";
  const times = attempt > 1 ? ` (repair ${attempt} of ${most} at most)` : "";
  const stays = WRITTEN[written];
  return [
    cut(line(span(`the run failed${times}: `, "warn"), span(last)), columns),
    ...(stays === "" ? [] : wrap(line(span(stays)), { columns })),
    ...wrap(line(span("The model gets the code and the error, nothing more of the input.", "dim")), {
      columns,
    }),
  ];
}
