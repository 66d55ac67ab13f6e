import { EXIT } from "../terms/exit-code.ts";
import { CHILD_EXIT } from "../terms/invocation.ts";
import type { LimitName, Limits } from "../terms/limit.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import { enoughOutside, wordOutside } from "./limits/outside.ts";
import { FILE_SIZE_LIMIT } from "./outcome.ts";
import { quote } from "./sh-quote.ts";

// What sh says of a child that a signal ended: 128 and the signal's number (signal(7), x86-64).
const ILLEGAL = 132;
const TRAP = 133;
const ABORT = 134;
const BUS = 135;
const KILL = 137;
const SEGMENT = 139;
const PIPE = 141;
const ALARM = 142;
const CPU = 152;
const FILE_SIZE = 153;

/**
 * The lines of a `case` over how the child ended: what a waiting sh can know of it, in the words that
 * {@link wordOutcome} has for it. Our own codes are believed only where there is such a limit.
 */
export function endingCases(limits: Limits): string {
  const { wallMs, memoryBytes, outputBytes, records } = limits;
  const rows = [
    `${[EXIT.done, EXIT.snippetFailed, EXIT.usage, EXIT.malformed, EXIT.noInput].join(" | ")}) exit "$code" ;;`,
    // A signal that came from outside, to the child alone.
    `${[EXIT.hangup, EXIT.interrupted, EXIT.terminated].join(" | ")}) exit "$code" ;;`,
    `${PIPE}) exit 0 ;;`,
    `${[TRAP, ABORT, KILL, ILLEGAL, BUS, SEGMENT].join(" | ")})`,
    ...enoughOutside(limits).map(outsideLine),
    ...["case $code in", row([TRAP, ABORT, KILL], limitEnding("memory", memoryBytes))],
    row([ILLEGAL, BUS, SEGMENT], {
      sentence: "the snippet was ended: its engine crashed",
      exitCode: EXIT.snippetFailed,
    }),
    "esac ;;",
    ...(wallMs === null ? [] : [row([ALARM], limitEnding("wall", wallMs, { exact: true }))]),
    cpuRow(limits),
    ...(outputBytes === null ? [] : [row([CHILD_EXIT.output], limitEnding("output", outputBytes))]),
    ...(records === null ? [] : [row([CHILD_EXIT.records], limitEnding("records", records))]),
    ...(outputBytes === null
      ? [row([FILE_SIZE], wordOutcome({ kind: "crashed", wallMs: 0, detail: FILE_SIZE_LIMIT }))]
      : []),
    row([EXIT.sealingFailed], {
      sentence: "a layer of the sandbox could probably not be applied: see writ doctor",
      exitCode: EXIT.sealingFailed,
    }),
    row([EXIT.notApproved, EXIT.noSuchCommand], {
      sentence: "the engine could not be started: install writ again",
      exitCode: EXIT.sealingFailed,
    }),
    `*) exit ${EXIT.snippetFailed} ;;`,
  ];
  return rows.map((text) => `  ${text}\n`).join("");
}

// This shell's own limits are the caller's.
function outsideLine(enough: ReturnType<typeof enoughOutside>[number]): string {
  const { sentence, exitCode } = wordOutcome({ kind: "crashed", wallMs: 0, detail: wordOutside(enough) });
  const least = Math.ceil(enough.leastBytes / 1024);
  return `[ "$(ulimit ${enough.flag})" -lt ${least} ] 2>/dev/null && ended ${quote(sentence)} ${exitCode}`;
}

interface Words {
  readonly sentence: string;
  readonly exitCode: number;
}

function limitEnding(limit: LimitName, value: number, { exact = false } = {}): Words {
  const used = exact ? value : null;
  return wordOutcome({ kind: "limit", limit, value, used, probable: !exact, wallMs: 0 });
}

function row(codes: readonly number[], { sentence, exitCode }: Words): string {
  return `${codes.join(" | ")}) ended ${quote(sentence)} ${exitCode} ;;`;
}

// Where the limit follows the size of the input, only sh knows it; on a pipe there is none of ours.
function cpuRow({ cpuMs }: Limits): string {
  if (cpuMs !== null) {
    const value = Math.ceil(cpuMs / 1000) * 1000;
    return row([CPU], limitEnding("cpu", value, { exact: true }));
  }
  const ours = `"stopped after $cpu s of CPU (limit $cpu s): raise it with --cpu $((cpu * 6))s"`;
  const other = quote("stopped at a CPU limit that was set outside of writ: see ulimit -t");
  return `${CPU}) [ -z "$cpu" ] || ended ${ours} ${EXIT.time}; ended ${other} ${EXIT.time} ;;`;
}
