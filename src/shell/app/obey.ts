import { isRepairable } from "../../session/repair-run.ts";
import type { SessionEvent } from "../../terms/event.ts";
import { WritError } from "../../terms/failure.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { Word } from "../../terms/split-words.ts";
import { failureBlock, noteBlock, problemBlock, sentBlock, textBlock } from "./blocks.ts";
import type { ToRepair } from "./collaborators.ts";
import type { Desk } from "./desk.ts";
import { helpLines } from "./help.ts";
import { keyHelp } from "./key-help.ts";
import { parseLine, type ShellLine } from "./parse-line.ts";
import { type Reference, referenceName } from "./reference.ts";
import { actOnResult } from "./result-actions.ts";
import { runJob } from "./run-job.ts";
import { runProgram } from "./run-program.ts";
import { wordsProblem } from "./slash-commands.ts";

/** Do what a line says. True: leave the shell. Failures are printed; bugs are thrown. */
export async function obey(desk: Desk, text: string): Promise<boolean> {
  desk.print(sentBlock(text, desk.size()));
  const line = parseLine(text, desk.with_.known);
  try {
    await act(desk, line);
    return leaves(line);
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    desk.print(failureBlock(error.failure, desk.size().columns));
    return false;
  }
}

function leaves(line: ShellLine): boolean {
  return line.kind === "slash" && line.name === "quit" && wordsProblem("quit", line.words.length) === null;
}

async function act(desk: Desk, line: ShellLine): Promise<void> {
  switch (line.kind) {
    case "nothing":
      return;
    case "problem":
      return desk.print(problemBlock(line.problem, line.help, desk.size().columns));
    case "slash":
      return slash(desk, line);
    case "program":
      return runProgram(desk, line.command);
    case "run":
      return run(desk, line.name, line.words);
    case "directive":
      return directive(desk, line.directive, line.references);
  }
}

async function slash(desk: Desk, { name, words }: Extract<ShellLine, { kind: "slash" }>): Promise<void> {
  const { with_ } = desk;
  const { columns } = desk.size();
  const problem = wordsProblem(name, words.length);
  if (problem !== null) return desk.print(problemBlock(problem, "see /help", columns));
  const first = words[0]?.text ?? "";
  switch (name) {
    case "help":
      return desk.print(helpLines(columns));
    case "keys":
      return desk.print(keyHelp(columns));
    case "list":
      return desk.print(textBlock(await with_.list(), columns));
    case "show":
      return desk.print(textBlock(await with_.show(first), columns));
    case "doctor":
      desk.happen({ type: "wait", what: "looking around" });
      return desk.print(textBlock(await with_.doctor(), columns));
    case "save":
      return desk.print(noteBlock(await with_.save(first), columns, "good"));
    case "run":
      return run(desk, first, words.slice(1));
    case "open":
    case "write":
    case "copy":
      return actOnResult(desk, name, words);
    case "clear":
      return desk.clear();
    case "quit":
      return;
  }
}

async function run(desk: Desk, name: string, words: readonly Word[]): Promise<void> {
  const title = [name, ...words.map(({ text }) => text)].join(" ");
  const start = (job: Parameters<Desk["with_"]["run"]>[2]) => desk.with_.run(name, words, job);
  await runJob(desk, { title, what: `looking at ${name}`, start });
}

/** A directive, and as long as its run fails and the user wants it, its repair. */
async function directive(desk: Desk, text: string, named: readonly Reference[]): Promise<void> {
  const { with_ } = desk;
  const references = named.length === 0 && with_.piped !== null ? [{ kind: "piped" } as const] : named;
  const inputs = with_.inputs(references);
  desk.print(noteBlock(inputWords(references, named.length === 0), desk.size().columns));
  try {
    for (let repair: ToRepair | null = null; ; ) {
      let code = "";
      const watched = (event: SessionEvent) => {
        if (event.type === "drafted") code = event.draft.code;
      };
      const outcome: Outcome | null = await runJob(desk, {
        title: text,
        what: "looking at the input",
        start: (job) =>
          with_.ask(
            text,
            inputs,
            {
              ...job,
              show(event) {
                watched(event);
                job.show(event);
              },
            },
            repair,
          ),
      });
      const error = outcome === null ? null : await wantsRepair(desk, outcome, inputs.lost());
      if (error === null) return;
      repair = { code, error };
    }
  } finally {
    inputs.close();
  }
}

/** The error to send back to the model, or null where there is nothing to repair or nobody wants it. */
async function wantsRepair(desk: Desk, outcome: Outcome, lost: string | null): Promise<string | null> {
  if (!isRepairable(outcome) || (await desk.with_.model()) === null) return null;
  if (lost !== null) {
    desk.print(noteBlock(`it cannot be repaired and run again: ${lost}`, desk.size().columns));
    return null;
  }
  const { sentence } = wordOutcome(outcome);
  return (await desk.offer(sentence.trimEnd().split("\n").at(-1)!)) ? sentence : null;
}

function inputWords(references: readonly Reference[], isDefault: boolean): string {
  if (references.length === 0) return "no input: @FILE names one, _ the last result";
  const names = references.map(referenceName).join(", ");
  return isDefault ? `the input is ${names}, what was piped in` : `the input is ${names}`;
}
