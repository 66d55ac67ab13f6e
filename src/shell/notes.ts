import type { SessionEvent } from "../terms/event.ts";
import { formatBytes } from "../terms/limit.ts";
import type { Sample } from "../terms/sample.ts";
import { replacedWords } from "./consent/layout.ts";
import { type Line, line, span } from "./line.ts";

/** What an event leaves in the scrollback as soon as it happens; most leave nothing. */
export function notesOf(event: SessionEvent): Line[] {
  switch (event.type) {
    case "sampled":
      return sampledNotes(event.sample);
    case "repairing":
      return [
        line(
          span(`repairing, attempt ${event.attempt} of ${event.most}: `, "warn"),
          span(event.reason, "dim"),
        ),
      ];
    default:
      return [];
  }
}

function sampledNotes(sample: Sample): Line[] {
  const { input, format, records, bytes, complete, fields, replaced, suspicious } = sample;
  const counted = `${records.length} ${records.length === 1 ? "record" : "records"}`;
  const part = complete ? "all" : "the start";
  const names = fields.length === 0 ? "" : `: ${fields.map(({ name }) => name).join(", ")}`;
  const redacted = replaced.some(({ count }) => count > 0) ? `; ${replacedWords(replaced)}` : "";
  const looked = `sampled ${counted} of ${format} from ${part} of ${input}, ${formatBytes(bytes)}`;
  return [
    line(span(`${looked}${names}${redacted}`, "dim")),
    ...suspicious.map((passage) =>
      line(span("the data has text that reads like instructions to a model: ", "warn"), span(passage)),
    ),
  ];
}
