import type { Draft } from "../terms/draft.ts";
import type { SessionEvent } from "../terms/event.ts";
import { codeFrame } from "../terms/frame.ts";
import { formatBytes } from "../terms/limit.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import type { Sample } from "../terms/sample.ts";
import type { StageResult } from "../terms/verdict.ts";
import { visible, visibleLine } from "../terms/visible.ts";
import { LEVEL_WARNING } from "./sandbox-level.ts";

/**
 * Plain text on stderr. `interactive`: the terminal's interface shows what comes before the decision, this
 * face only what follows. Findings are shown with their code frames.
 */
export function plainFace(options: {
  readonly quiet: boolean;
  readonly interactive: boolean;
  readonly color: boolean;
}): {
  show(event: SessionEvent): void;
} {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  let code = "";
  return {
    show(event) {
      if (event.type === "finished") {
        // What failed says so itself, on the child's stderr; a limit or a signal is ours to say.
        const silent = ["done", "failed", "usage", "malformed"].includes(event.outcome.kind);
        if (!silent) say(`writ: ${wordOutcome(event.outcome).sentence}`);
        return;
      }
      if (options.quiet) return;
      if (event.type === "drafted") code = event.draft.code;
      const text = wordEvent(event, code, options.interactive, options.color);
      if (text !== "") say(text);
    },
  };
}

function wordEvent(event: SessionEvent, code: string, interactive: boolean, color: boolean): string {
  switch (event.type) {
    case "sampled":
      return wordSample(event.sample);
    case "drafting":
      return `drafting with ${visibleLine(event.model)} at ${visibleLine(event.host)}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ""}`;
    case "drafted":
      return `${wordOrigin(event.draft)}\n${numbered(event.draft.code)}`;
    case "stage":
      return wordStage(event.result);
    case "finding":
      return codeFrame(code, event.finding);
    case "repairing":
      return `repairing (${event.attempt} of ${event.most} at most): ${visibleLine(event.reason)}`;
    case "decided":
      return event.question === "consent" && event.answer.kind === "no"
        ? "sending field names and types only: no consent to send values"
        : "";
    case "started":
      return interactive ? "" : red(LEVEL_WARNING, color);
    case "saved":
      return `saved ${event.name}: ${event.paths.map(visibleLine).join(", ")}\nrun it again without a model: writ run ${event.name}`;
    default:
      return "";
  }
}

function wordSample(sample: Sample): string {
  const fields = sample.fields.map(({ name }) => visibleLine(name)).join(", ");
  const whole = sample.complete ? "all of it" : "its beginning";
  const replaced = sample.replaced.map(({ kind, count }) => `${count} ${kind}`).join(", ");
  return [
    `sampled ${visibleLine(sample.input)}: ${formatBytes(sample.bytes)} (${whole}), ${sample.format}: ${sample.why}`,
    ...(fields ? [`  fields: ${fields}`] : []),
    ...(replaced ? [`  replaced before a model sees it: ${replaced}`] : []),
    ...sample.suspicious.map(
      (text) => `  the data holds text that reads like instructions to a model: ${visibleLine(text)}`,
    ),
  ].join("\n");
}

function wordOrigin({ origin, values }: Draft): string {
  const set = Object.entries(values).map(([name, value]) => `${name}=${visibleLine(String(value))}`);
  const options = set.length > 0 ? `\n  run with ${set.join(", ")}` : "";
  return origin.kind === "library"
    ? `from the ${origin.origin === "shipped" ? "shipped" : "own"} library: ${origin.name} (${visibleLine(origin.why)})${options}`
    : `drafted by ${visibleLine(origin.model)} at ${visibleLine(origin.host)}${options}`;
}

function wordStage({ stage, status, detail }: StageResult): string {
  return `${stage.padEnd(8)} ${status === "not-run" ? "not run" : status}: ${visibleLine(detail)}`;
}

function numbered(code: string): string {
  const lines = visible(code).trimEnd().split("\n");
  const width = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(width + 2)} | ${line}`).join("\n");
}

function red(text: string, color: boolean): string {
  return color ? `\u001b[31m${text}\u001b[39m` : text;
}
