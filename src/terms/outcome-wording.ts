import { EXIT, type ExitCode, SIGNAL_EXIT } from "./exit-code.ts";
import { formatBytes, formatMs, formatRecords, type LimitName } from "./limit.ts";
import type { Outcome } from "./outcome.ts";

/** One sentence for an ending, and the exit code it has. `sentence` is empty for a run that simply worked. */
export interface OutcomeWording {
  readonly sentence: string;
  /** Whether the child said it itself, on its stderr: then it need not be said again. */
  readonly said: boolean;
  readonly exitCode: ExitCode;
}

const LIMITS: Record<
  LimitName,
  { of: string; flag: string; exitCode: ExitCode; format(value: number): string; more(value: number): string }
> = {
  cpu: { of: "CPU", flag: "--cpu", exitCode: EXIT.time, format: formatMs, more: moreTime },
  wall: { of: "time", flag: "--time", exitCode: EXIT.time, format: formatMs, more: moreTime },
  memory: {
    of: "memory",
    flag: "--memory",
    exitCode: EXIT.memory,
    format: formatBytes,
    more: (value) => formatBytes(value * 2),
  },
  output: {
    of: "output",
    flag: "--max-output",
    exitCode: EXIT.output,
    format: formatBytes,
    more: (value) => formatBytes(value * 2),
  },
  records: {
    of: "records",
    flag: "--max-records",
    exitCode: EXIT.output,
    format: formatRecords,
    more: (value) => String(value * 2),
  },
};

/** The sentence and exit code of an outcome. */
export function wordOutcome(outcome: Outcome): OutcomeWording {
  switch (outcome.kind) {
    case "done":
      return said("", EXIT.done);
    case "failed":
      return outcome.detail === ""
        ? ours("the snippet failed without a word", EXIT.snippetFailed)
        : said(outcome.detail, EXIT.snippetFailed);
    case "usage":
      return said(outcome.detail, EXIT.usage);
    case "malformed":
      return outcome.unsaid ? ours(outcome.detail, EXIT.malformed) : said(outcome.detail, EXIT.malformed);
    case "input-failed":
      if (outcome.said) return said(outcome.detail, EXIT.noInput);
      return ours(`the input could not be read to its end: ${outcome.detail}`, EXIT.noInput);
    case "limit":
      return limitWording(outcome);
    case "crashed":
      return ours(`the snippet was ended: ${outcome.detail}`, EXIT.snippetFailed);
    case "sealing-failed":
      return ours(
        `the sandbox could ${outcome.probable ? "probably " : ""}not be applied: ${outcome.detail}`,
        EXIT.sealingFailed,
      );
    case "stopped": {
      const sentence = outcome.signal === "SIGINT" ? "interrupted" : `ended by ${outcome.signal}`;
      return ours(sentence, SIGNAL_EXIT[outcome.signal]);
    }
  }
}

function said(sentence: string, exitCode: ExitCode): OutcomeWording {
  return { sentence, said: true, exitCode };
}

function ours(sentence: string, exitCode: ExitCode): OutcomeWording {
  return { sentence, said: false, exitCode };
}

function limitWording(outcome: Extract<Outcome, { kind: "limit" }>): OutcomeWording {
  const { of, flag, format, more, exitCode } = LIMITS[outcome.limit];
  const used = outcome.used === null ? "" : `after ${format(outcome.used)} of ${of} `;
  const limit = used ? `(limit ${format(outcome.value)})` : `at its ${of} limit (${format(outcome.value)})`;
  const probably = outcome.probable ? "probably " : "";
  return ours(`${probably}stopped ${used}${limit}: raise it with ${flag} ${more(outcome.value)}`, exitCode);
}

function moreTime(ms: number): string {
  return `${Math.ceil((ms * 6) / 1000)}s`;
}
