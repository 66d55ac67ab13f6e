import type { Undrafted } from "../terms/draft.ts";
import type { SessionEvent } from "../terms/event.ts";
import {
  CONTINUING,
  wordRepairing,
  wordSample,
  wordSpent,
  wordUndrafted,
  wordWaiting,
} from "../terms/event-wording.ts";
import type { Sample } from "../terms/sample.ts";
import { type Line, line, span } from "./line.ts";

/** What an event leaves in the scrollback as soon as it happens; most leave nothing. */
export function notesOf(event: SessionEvent): Line[] {
  switch (event.type) {
    case "sampled":
      return sampledNotes(event.sample);
    case "repairing":
      return [line(span(`${wordRepairing(event)}: `, "warn"), span(event.reason, "dim"))];
    case "continuing":
      return [line(span(CONTINUING, "warn"))];
    case "undrafted":
      return undraftedNotes(event.reply);
    case "waiting":
      return [line(span(wordWaiting(event), "warn"))];
    case "spent":
      return wordSpent(event.request) === "" ? [] : [line(span(wordSpent(event.request), "dim"))];
    default:
      return [];
  }
}

function undraftedNotes(reply: Undrafted): Line[] {
  const worded = wordUndrafted(reply);
  if (worded === null) return [];
  const { said, lines, warning } = worded;
  return [
    line(span(said, "warn")),
    ...lines.map((one) => line(span(`│ ${one}`, "dim"))),
    ...(warning === null ? [] : [line(span(warning, "warn"))]),
  ];
}

function sampledNotes(sample: Sample): Line[] {
  const { looked, fields, replaced, warnings } = wordSample(sample);
  const named = fields === "" ? "" : `: ${fields}`;
  const redacted = replaced === "" ? "" : `; replaced: ${replaced}`;
  return [
    line(span(`${looked}${named}${redacted}`, "dim")),
    ...warnings.map(({ what, passage }) => line(span(`${what}: `, "warn"), span(passage))),
  ];
}
