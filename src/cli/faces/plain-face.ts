import { wordCapabilities } from "../../terms/capability-wording.ts";
import type { Draft, Undrafted } from "../../terms/draft.ts";
import type { SessionEvent } from "../../terms/event.ts";
import {
  CONTINUING,
  type Phrase,
  wordDrafting,
  wordOrigin,
  wordRepairing,
  wordSample,
  wordSpent,
  wordStatus,
  wordUndrafted,
  wordWaiting,
} from "../../terms/event-wording.ts";
import { wordExplanation } from "../../terms/explanation-wording.ts";
import { codeFrame } from "../../terms/frame.ts";
import type { Level } from "../../terms/level.ts";
import { wordLevel } from "../../terms/level-wording.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { Sample } from "../../terms/sample.ts";
import type { Capability, StageResult } from "../../terms/verdict.ts";
import { visible, visibleLine } from "../../terms/visible.ts";
import { executedLines } from "./executed-text.ts";

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
        const { said, sentence } = wordOutcome(event.outcome);
        if (!said) say(`writ: ${sentence}`);
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
      return sampleText(event.sample);
    case "drafting":
      return visibleLine(phraseText(wordDrafting(event)));
    case "drafted":
      return `${originText(event.draft)}\n${numbered(event.draft.code)}`;
    case "stage":
      return stageText(event.result);
    case "finding":
      return codeFrame(code, event.finding);
    case "continuing":
      return CONTINUING;
    case "undrafted":
      return undraftedText(event.reply);
    case "spent":
      return wordSpent(event.request);
    case "waiting":
      return visibleLine(wordWaiting(event));
    case "explained":
      return wordExplanation(event.explanation)
        .map(({ text }) => visibleLine(text))
        .join("\n");
    case "repairing":
      return `${wordRepairing(event)}: ${visibleLine(event.reason)}`;
    case "left":
      return visibleLine(event.reason);
    case "decided":
      return event.question === "consent" && event.answer.kind === "no"
        ? "sending field names and types only: no consent to send values"
        : "";
    case "started":
      return interactive ? "" : `${touchesText(event.capabilities)}${levelText(event.level, color)}`;
    case "saved":
      return `saved ${event.name}: ${event.paths.map(visibleLine).join(", ")}\nrun it again without a model: writ run ${event.name}`;
    default:
      return "";
  }
}

function sampleText(sample: Sample): string {
  const { looked, fields, replaced, warnings } = wordSample(sample);
  return [
    `${looked}: ${sample.why}`,
    ...(fields ? [`  fields: ${fields}`] : []),
    ...(replaced ? [`  replaced before a model sees it: ${replaced}`] : []),
    ...warnings.map(({ what, passage }) => `  ${what}: ${passage}`),
  ]
    .map(visibleLine)
    .join("\n");
}

function originText({ origin, values }: Draft): string {
  const set = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [phraseText(wordOrigin(origin)), ...(set.length > 0 ? [`  run with ${set.join(", ")}`] : [])]
    .map(visibleLine)
    .join("\n");
}

function phraseText({ start, name, end }: Phrase): string {
  return `${start}${name}${end}`;
}

function undraftedText(reply: Undrafted): string {
  const worded = wordUndrafted(reply);
  if (worded === null) return "";
  const { said, lines, warning } = worded;
  return [said, ...lines.map((one) => `  | ${one}`), ...(warning === null ? [] : [warning])]
    .map(visibleLine)
    .join("\n");
}

function stageText(result: StageResult): string {
  const ended = `${result.stage.padEnd(8)} ${wordStatus(result)}: ${visibleLine(result.detail)}`;
  return [ended, ...executedLines(result)].join("\n");
}

function numbered(code: string): string {
  const lines = visible(code).trimEnd().split("\n");
  const width = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(width + 2)} | ${line}`).join("\n");
}

function touchesText(capabilities: readonly Capability[]): string {
  return capabilities.length === 0 ? "" : `touches  ${visibleLine(wordCapabilities(capabilities))}\n`;
}

function levelText(level: Level, color: boolean): string {
  const { text, weak } = wordLevel(level);
  return weak ? red(`sandbox: ${text}`, color) : `sandbox  ${text}`;
}

function red(text: string, color: boolean): string {
  return color ? `\u001b[31m${text}\u001b[39m` : text;
}
