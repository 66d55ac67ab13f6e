import { wordReplaced } from "../../terms/event-wording.ts";
import { formatBytes } from "../../terms/limit.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { keyLine } from "../key-line.ts";
import { type Line, line, span } from "../line.ts";
import { wrap } from "../wrap.ts";
import { CONSENT_KEYS } from "./keys.ts";
import type { ConsentQuestion, ConsentState } from "./state.ts";

/** The consent question at this size; the decision is its last row. */
export function consentFrame(state: ConsentState, size: Size): Frame {
  const { columns } = size;
  const decision = keyLine(CONSENT_KEYS, { columns, standOut: state.standOut, more: "" });
  return { rows: [...askedRows(state.question, columns), decision].slice(-rowsMost(size)) };
}

/** What stays in the scrollback. */
export function consentRecord({ question, answer }: ConsentState, columns: number): Line[] {
  const said =
    answer?.kind === "yes"
      ? span(`a sample may be sent to ${question.host}`, "good")
      : span(`no sample is sent to ${question.host}`, "warn");
  return wrap(line(said), { columns });
}

function askedRows(question: ConsentQuestion, columns: number): Line[] {
  const { host, records, bytes } = question;
  const replaced = wordReplaced(question.replaced);
  return [
    line(span("Send a sample of the input to "), span(host, "accent"), span("?")),
    line(
      span(`It is ${records} ${records === 1 ? "record" : "records"}, ${formatBytes(bytes)}; `),
      span(replaced === "" ? "no value was replaced" : `replaced: ${replaced}`),
      span(". writ asks once per host."),
    ),
  ].flatMap((one) => wrap(one, { columns }));
}
