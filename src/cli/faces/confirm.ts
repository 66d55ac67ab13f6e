import { WritError } from "../../terms/failure.ts";
import type { Context } from "../context.ts";
import { openFaces } from "./faces.ts";

/**
 * Ask on the controlling terminal before something is done that takes something away. Returns where the answer is
 * yes, or `yes` was typed. Throws `not-confirmed` (126).
 */
export async function confirm(
  context: Context,
  question: {
    /** Completes "whether to …". */
    readonly what: string;
    readonly title: string;
    readonly details: readonly string[];
    readonly verb: string;
    readonly yes: boolean;
  },
): Promise<void> {
  const { what, title, details, verb, yes } = question;
  if (yes) return;
  const faces = await openFaces(context, { asks: true, quiet: false, events: null });
  try {
    const answer = await faces.decide({ kind: "confirm", title, details, verb });
    if (answer.kind === "yes") return;
    const reason = answer.kind === "no" && answer.reason === "no-terminal" ? "no-terminal" : "declined";
    throw new WritError({ kind: "not-confirmed", what, reason, beforehand: "--yes" });
  } finally {
    await faces.release();
  }
}
