import { DriftedInput } from "../formats/drifted-input.ts";
import { MalformedInput } from "../formats/malformed-input.ts";
import { UnreadableInput } from "../formats/unreadable-input.ts";
import { Unrenderable } from "../formats/unrenderable.ts";
import { CHILD_EXIT } from "../terms/invocation.ts";

/** How a run that threw ends: the exit code, and one line for stderr. */
export interface Ending {
  readonly code: number;
  readonly message: string;
}

// The engine's words where memory was asked for and not given. A length that makes no sense is a bug instead.
const REFUSED = [
  "Array buffer allocation failed",
  "ArrayBuffer.prototype.resize: Out of memory",
  "WebAssembly.Memory(): could not allocate memory",
  "WebAssembly.Memory.grow(): Unable to grow instance memory",
  // The engine's own error, which is no RangeError.
  "Data cannot be cloned, out of memory",
  // A helper's, which will not ask for so much.
  "do not fit in memory",
];

/** @param reading the record that was read last, where more of them are to come */
export function endingOf(error: unknown, reading: string | null = null): Ending {
  if (error instanceof MalformedInput || error instanceof DriftedInput)
    return { code: CHILD_EXIT.malformed, message: error.message };
  if (error instanceof UnreadableInput) return { code: CHILD_EXIT.noInput, message: error.message };
  if (error instanceof Unrenderable) return { code: CHILD_EXIT.failed, message: error.message };
  const code = isRefusedAllocation(error) ? CHILD_EXIT.memory : CHILD_EXIT.failed;
  const problem = describe(error);
  const where = reading === null || isPlain(error) || problem.includes(reading) ? "" : ` (${reading})`;
  return { code, message: `${problem}${where}${placeOf(error)}` };
}

/** Words that somebody chose; what the language itself throws says nothing of the data. */
function isPlain(error: unknown): boolean {
  try {
    return !(error instanceof Error) || error.name === "Error";
  } catch {
    return true;
  }
}

function isRefusedAllocation(error: unknown): boolean {
  try {
    if (!(error instanceof RangeError || (error instanceof Error && error.name === "DataCloneError")))
      return false;
    return REFUSED.some((text) => error.message.includes(text));
  } catch {
    return false;
  }
}

/** `TypeError: message` on one line. What is thrown may be anything, and may throw when it is looked at. */
function describe(error: unknown): string {
  try {
    const text =
      error instanceof Error ? `${error.name}: ${error.message}` : `it threw ${JSON.stringify(error)}`;
    return text.replace(/ (?:at|from) "?blob:[^\s"]+"?/g, "").replace(/\s*\n\s*/g, " ");
  } catch {
    return "it threw something that cannot be shown";
  }
}

/** The place in the snippet's own lines: the first frame of the module that was loaded from memory. */
function placeOf(error: unknown): string {
  try {
    const stack = error instanceof Error ? String(error.stack) : "";
    const frame = /\bblob:[^\s)]*?:(\d+):(\d+)\)?(?:\n|$)/.exec(stack);
    return frame ? ` (at line ${frame[1]}, column ${frame[2]})` : "";
  } catch {
    return "";
  }
}
