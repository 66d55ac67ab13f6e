import { EXIT, type ExitCode, SIGNAL_EXIT } from "./exit-code.ts";
import { formatBytes, formatMs, type LimitName } from "./limit.ts";
import type { Outcome } from "./outcome.ts";

/** One sentence for an ending, and the exit code it has. `sentence` is empty for a run that simply worked. */
export interface OutcomeWording {
  readonly sentence: string;
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
};

/** The sentence and exit code of an outcome. */
export function wordOutcome(outcome: Outcome): OutcomeWording {
  switch (outcome.kind) {
    case "done":
      return { sentence: "", exitCode: EXIT.done };
    case "failed":
      return {
        sentence: outcome.detail || "the snippet failed without a word",
        exitCode: EXIT.snippetFailed,
      };
    case "usage":
      return { sentence: outcome.detail, exitCode: EXIT.usage };
    case "malformed":
      return { sentence: outcome.detail, exitCode: EXIT.malformed };
    case "limit":
      return limitWording(outcome);
    case "crashed":
      return { sentence: `the snippet was ended: ${outcome.detail}`, exitCode: EXIT.snippetFailed };
    case "sealing-failed":
      return {
        sentence: `the sandbox could not be applied: ${outcome.detail}`,
        exitCode: EXIT.sealingFailed,
      };
    case "stopped":
      return {
        sentence: outcome.signal === "SIGINT" ? "interrupted" : `ended by ${outcome.signal}`,
        exitCode: SIGNAL_EXIT[outcome.signal],
      };
  }
}

function limitWording(outcome: Extract<Outcome, { kind: "limit" }>): OutcomeWording {
  const row = LIMITS[outcome.limit];
  const used = outcome.used === null ? "" : `after ${row.format(outcome.used)} of ${row.of} `;
  const limit = used
    ? `(limit ${row.format(outcome.value)})`
    : `at its ${row.of} limit (${row.format(outcome.value)})`;
  return {
    sentence: `${outcome.probable ? "probably " : ""}stopped ${used}${limit}: raise it with ${row.flag} ${row.more(outcome.value)}`,
    exitCode: row.exitCode,
  };
}

function moreTime(ms: number): string {
  return ms < 1000 ? `${ms * 6}ms` : `${Math.ceil((ms * 6) / 1000)}s`;
}
