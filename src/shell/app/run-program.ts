import type { Line } from "../line.ts";
import type { PaneEnding } from "../pane/run-in-pane.ts";
import { noteBlock } from "./blocks.ts";
import type { Desk } from "./desk.ts";
import { countWords } from "./result.ts";

/** `!command`: an ordinary program in a pane. What it wrote is a result. */
export async function runProgram(desk: Desk, command: string): Promise<void> {
  desk.happen({ type: "wait", what: `starting ${command}` });
  const ending = await desk.runProgram(command);
  const result = desk.with_.addText(`!${command}`, ending.output);
  if (result !== null) desk.happen({ type: "result", result });
  const counted = result === null ? [] : [`_${result.number} ${countWords(result, result.form)}`];
  const cut = ending.cut ? ["only the start of what it wrote was kept"] : [];
  desk.print(endLine([...counted, endWords(ending), ...cut].filter(Boolean).join(" · "), ending, desk));
}

function endLine(words: string, { exitCode }: PaneEnding, desk: Desk): readonly Line[] {
  return noteBlock(words, desk.size().columns, exitCode === 0 ? "good" : "warn");
}

function endWords({ exitCode, signal }: PaneEnding): string {
  if (signal !== null) return `ended by ${signal}`;
  return exitCode === null || exitCode === 0 ? "" : `exit code ${exitCode}`;
}
