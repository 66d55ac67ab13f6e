import { EXIT } from "../terms/exit-code.ts";
import { CHILD_EXIT } from "../terms/invocation.ts";
import type { Limits } from "../terms/limit.ts";
import type { Outcome } from "../terms/outcome.ts";
import { dataBytesOf } from "./limits/memory.ts";
import { type CallerLimits, outsideLimit } from "./limits/outside.ts";
import type { MemorySeen } from "./watch-memory.ts";

/** Why SIGXFSZ came: no limit of ours ends a run with it. */
export const FILE_SIZE_LIMIT =
  "its output is probably over a limit on file sizes that was set outside of writ: see ulimit -f";

/** Our own mark on a child that we ended, set before the kill. Nothing else may claim these causes. */
export type Mark =
  | { readonly kind: "wall" }
  | { readonly kind: "input"; readonly detail: string }
  | { readonly kind: "malformed"; readonly detail: string }
  | { readonly kind: "memory"; readonly residentBytes: number }
  | { readonly kind: "signal"; readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP" };

/** What is known when a child has ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whether the signal is another program's word for it, which the child could have forged. */
  readonly relayed: boolean;
  /** Whether the child may have got as far as the engine. */
  readonly ran: boolean;
  readonly mark: Mark | null;
  readonly limits: Limits;
  /** What we saw of its memory ourselves. */
  readonly memory: MemorySeen;
  /** Limits that were set around writ. */
  readonly caller: CallerLimits;
  /** Resident bytes that count as nothing used. */
  readonly idleBytes: number;
  /** The end of the child's stderr, made visible. Display only: the child writes what it likes. */
  readonly stderrTail: string;
  readonly wallMs: number;
}

const CRASHES: readonly NodeJS.Signals[] = ["SIGSEGV", "SIGBUS", "SIGILL"];
// What the engine says when it gives up, whatever the reason.
const PANIC = /Deno has panicked|memory allocation of \d+ bytes failed/;
const NEARLY = 0.85;

/**
 * Decide how a run ended. Our mark comes first, then the kernel's signals, then the few codes believed from
 * the child (0, 1, 2, 65, 66, 125, 126, 137, 153, 154); `probable` marks what the child could have forged.
 */
export function readOutcome(ending: Ending): Outcome {
  const { mark, limits, wallMs, signal } = ending;
  if (mark) return marked(mark, ending);
  if (signal === "SIGXCPU") {
    // The kernel counts whole seconds.
    const value = Math.ceil((limits.cpuMs ?? 0) / 1000) * 1000;
    return { kind: "limit", limit: "cpu", value, used: value, probable: ending.relayed, wallMs };
  }
  if (signal === "SIGTRAP" || signal === "SIGABRT") return memory(ending);
  // Native code that was refused memory may crash instead of saying so.
  if (signal && CRASHES.includes(signal) && isMemoryShort(ending)) return memory(ending);
  const outside = signal && CRASHES.includes(signal) ? outsideLimit(ending.caller, limits) : null;
  if (outside !== null) return { kind: "crashed", wallMs, detail: outside };
  if (signal === "SIGXFSZ") return { kind: "crashed", wallMs, detail: FILE_SIZE_LIMIT };
  if (signal) return { kind: "crashed", wallMs, detail: `${signal}, not by writ` };
  return believed(ending);
}

function marked(mark: Mark, { limits, wallMs, idleBytes }: Ending): Outcome {
  switch (mark.kind) {
    case "wall":
      return {
        kind: "limit",
        limit: "wall",
        value: limits.wallMs ?? 0,
        used: wallMs,
        probable: false,
        wallMs,
      };
    case "memory": {
      const used = Math.max(0, mark.residentBytes - idleBytes);
      return { kind: "limit", limit: "memory", value: limits.memoryBytes, used, probable: false, wallMs };
    }
    case "input":
      return { kind: "input-failed", wallMs, detail: mark.detail };
    case "malformed":
      return { kind: "malformed", wallMs, detail: mark.detail, unsaid: true };
    case "signal":
      return { kind: "stopped", signal: mark.signal, wallMs };
  }
}

function believed(ending: Ending): Outcome {
  const { code, limits, wallMs, stderrTail: detail, ran } = ending;
  const failed: Outcome = { kind: "failed", wallMs, detail };
  switch (code) {
    case EXIT.done:
      return { kind: "done", wallMs };
    case EXIT.usage:
      return { kind: "usage", wallMs, detail };
    case EXIT.malformed:
      return { kind: "malformed", wallMs, detail };
    case CHILD_EXIT.noInput:
      return { kind: "input-failed", wallMs, detail, said: true };
    case EXIT.sealingFailed:
      return sealingFailed("the kernel refused one of its layers");
    case EXIT.notApproved:
      return sealingFailed("the engine could not be started in it");
    case EXIT.memory:
      return memory(ending);
    case EXIT.output:
      return limits.outputBytes === null ? failed : counted("output", limits.outputBytes);
    case CHILD_EXIT.records:
      return limits.records === null ? failed : counted("records", limits.records);
    default:
      return PANIC.test(detail) && isMemoryShort(ending) ? memory(ending) : failed;
  }

  // The stage ends so, and bubblewrap; but what runs then could too.
  function sealingFailed(otherwise: string): Outcome {
    return { kind: "sealing-failed", wallMs, detail: detail || otherwise, probable: ran };
  }

  // The runner's own count, which a snippet that breaks it could forge.
  function counted(limit: "output" | "records", value: number): Outcome {
    return { kind: "limit", limit, value, used: null, probable: true, wallMs };
  }
}

// The engine ends with SIGTRAP when its heap is full, and says so on stderr; the text alone proves nothing. How much was
// used is told where we saw so much of it that the last look was not long before the end. Where the caller's own limits are too
// low to run at all, raising ours would be no help.
function memory({ limits, wallMs, memory, idleBytes, caller }: Ending): Outcome {
  const outside = outsideLimit(caller, limits);
  if (outside !== null) return { kind: "crashed", wallMs, detail: outside };
  const value = limits.memoryBytes;
  const seen = memory.residentBytes - idleBytes;
  const used = seen >= value / 2 ? Math.min(seen, value) : null;
  return { kind: "limit", limit: "memory", value, used, probable: true, wallMs };
}

/** Whether we saw so much in use, resident or asked for, that the next request may have been refused. */
function isMemoryShort({ limits, memory, idleBytes }: Ending): boolean {
  return (
    memory.residentBytes - idleBytes >= limits.memoryBytes * NEARLY ||
    memory.dataBytes >= dataBytesOf(limits) * NEARLY
  );
}
