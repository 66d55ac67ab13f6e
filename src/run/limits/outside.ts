import type { Limits } from "../../terms/limit.ts";
import { dataBytesOf } from "./memory.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

// What the engine needs before it runs anything, measured with Deno 2.9 on x64: it reserves just under 40 GiB of addresses, and
// fails in one way or another with a stack of 384 KiB.
const ENGINE_ADDRESS_BYTES = 40 * GIB;
const ENGINE_STACK_BYTES = MIB;

/**
 * Limits of the caller's that hold for a run, in bytes; null: unlimited, or not known. Of data it is the hard one: the soft
 * one is set anew.
 */
export interface CallerLimits {
  readonly addressBytes: number | null;
  readonly dataBytes: number | null;
  readonly stackBytes: number | null;
}

/** Limits under which a run may end although it kept to its own: what they are on, how ulimit names them, the least that is enough. */
export function enoughOutside(limits: Pick<Limits, "memoryBytes">): readonly {
  readonly of: keyof CallerLimits;
  readonly flag: string;
  readonly leastBytes: number;
}[] {
  return [
    { of: "addressBytes", flag: "-S -v", leastBytes: ENGINE_ADDRESS_BYTES + limits.memoryBytes },
    { of: "dataBytes", flag: "-H -d", leastBytes: dataBytesOf(limits) },
    { of: "stackBytes", flag: "-S -s", leastBytes: ENGINE_STACK_BYTES },
  ];
}

/** Which of the caller's limits is too low for a run, in words for a run that ended for want of memory; null: none. */
export function outsideLimit(caller: CallerLimits, limits: Pick<Limits, "memoryBytes">): string | null {
  const low = enoughOutside(limits).find(({ of, leastBytes }) => (caller[of] ?? leastBytes) < leastBytes);
  return low ? wordOutside(low) : null;
}

/** The words for one of {@link enoughOutside}; `ulimit` counts in units of 1024 bytes. */
export function wordOutside({ flag, leastBytes }: ReturnType<typeof enoughOutside>[number]): string {
  return `probably by a limit that was set outside of writ: ulimit ${flag.slice(3)} takes ${Math.ceil(leastBytes / KIB)} or more`;
}

const LINES = {
  addressBytes: /^Max address space +(\d+)/m,
  dataBytes: /^Max data size +\S+ +(\d+)/m,
  stackBytes: /^Max stack size +(\d+)/m,
} as const;

/** What /proc/PID/limits says (proc(5)): a line for each, with the soft limit, then the hard one. */
export function readCallerLimits(text: string): CallerLimits {
  const at = (line: RegExp) => {
    const found = line.exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  return {
    addressBytes: at(LINES.addressBytes),
    dataBytes: at(LINES.dataBytes),
    stackBytes: at(LINES.stackBytes),
  };
}
