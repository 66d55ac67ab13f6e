import { formatBytes } from "../../terms/limit.ts";
import type { Word } from "../../terms/split-words.ts";
import { noteBlock, problemBlock } from "./blocks.ts";
import type { Desk } from "./desk.ts";
import type { ShellResult } from "./result.ts";

/** Terminals take at most some 100 KB of OSC 52, base64 and all. */
const COPY_BYTES_MOST = 74_000;

/** `/open [_N]`, `/write FILE [_N]`, `/copy [_N]`. */
export async function actOnResult(
  desk: Desk,
  name: "open" | "write" | "copy",
  words: readonly Word[],
): Promise<void> {
  const which = words[name === "write" ? 1 : 0]?.text ?? "_";
  const { columns } = desk.size();
  if (!/^_\d*$/.test(which)) {
    return desk.print(
      problemBlock(`${which} is no result`, "results are called _ (the last), _1, _2, …", columns),
    );
  }
  const result = desk.with_.result(which === "_" ? null : Number(which.slice(1)));
  if (result === null) {
    return desk.print(problemBlock(`there is no result ${which}`, "a run or a !program leaves one", columns));
  }
  if (name === "open") return openResult(desk, result);
  if (name === "copy") return copyResult(desk, result);
  desk.print(noteBlock(await desk.with_.write(result, words[0]!.text), columns, "good"));
}

/** The whole of it in the user's pager. */
export async function openResult(desk: Desk, result: ShellResult): Promise<void> {
  const problem = await desk.live.handOver(() => desk.with_.page(result));
  if (problem !== null)
    desk.print(problemBlock(problem, "set PAGER to a program that is there", desk.size().columns));
}

/** To the clipboard of the terminal, wherever that runs: OSC 52. */
export function copyResult(desk: Desk, result: ShellResult): void {
  const { text, isWhole } = desk.with_.text(result, COPY_BYTES_MOST);
  desk.copy(text);
  const bytes = Buffer.byteLength(text);
  const words = isWhole
    ? `_${result.number} was given to the terminal's clipboard (${formatBytes(bytes)})`
    : `the first ${formatBytes(bytes)} of _${result.number} were given to the terminal's clipboard: terminals take no more`;
  desk.print(noteBlock(words, desk.size().columns));
}
