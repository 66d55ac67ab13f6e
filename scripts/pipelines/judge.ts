import { matches } from "../../tests/support/matches.ts";
import type { Place } from "./place.ts";
import { type Ended, runLine } from "./run-line.ts";
import type { Situation } from "./situation.ts";
import { whatStays } from "./what-stays.ts";

/** What came of a situation. `differences` is empty where it is as it must be. */
export type Judged =
  | {
      readonly kind: "run";
      readonly name: string;
      readonly exit: number;
      readonly differences: readonly string[];
    }
  | { readonly kind: "skipped"; readonly name: string; readonly reason: string };

/** Run one situation in a folder of its own. */
export async function judge(situation: Situation, place: Place): Promise<Judged> {
  const { name, needs } = situation;
  const reason = missing(needs);
  if (reason !== null) return { kind: "skipped", name, reason };
  const { folder, env } = place.open(situation);
  const ended = await runLine(situation.run, { folder, env, signal: situation.signal });
  const stays = (await whatStays(folder)).map((left) => `it left a ${left}`);
  return { kind: "run", name, exit: ended.exit, differences: [...differences(situation, ended), ...stays] };
}

/** How an ending differs from the one that was wanted. */
function differences(wanted: Pick<Situation, "exit" | "stdout" | "stderr">, ended: Ended): string[] {
  const found: string[] = [];
  if (ended.exit !== wanted.exit) found.push(`exit ${ended.exit}, wanted ${wanted.exit}`);
  for (const stream of ["stdout", "stderr"] as const) {
    if (matches(wanted[stream], ended[stream])) continue;
    found.push(`${stream} ${shortened(ended[stream])}, wanted ${shortened(wanted[stream])}`);
  }
  return found;
}

function missing(needs: Situation["needs"]): string | null {
  if (needs === "root" && process.geteuid?.() !== 0) return "it needs root";
  if (needs !== undefined && process.platform !== "linux") return "it needs Linux";
  return null;
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 600 ? `${text.slice(0, 600)}…` : text);
}
