import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { type ResidentTypeChecker, residentTypeChecker } from "../../host/resident-type-checker.ts";
import { typeCheckerPath } from "../../host/type-checker.ts";
import { clearLent } from "../../keep/lent-copies.ts";
import { statePaths } from "../../keep/places.ts";
import { createResults, type KeptResult } from "../../keep/results.ts";
import { openShellHistory } from "../../keep/shell-history.ts";
import type { ShellCollaborators } from "../../shell/app/collaborators.ts";
import type { ShellResult } from "../../shell/app/result.ts";
import { runShell } from "../../shell/app/shell.ts";
import { openTty, type Tty } from "../../shell/tty.ts";
import { EXIT, type ExitCode, SIGNAL_EXIT } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import type { Context } from "../context.ts";
import { displayEnv } from "../faces/display-env.ts";
import { type FoundInputs, findInputs, type InputPlaces } from "./choose-inputs.ts";
import { completerHere, knownHere } from "./library.ts";
import { openPiped } from "./piped.ts";
import { addText, newResult, pagedText, resultText, shellResult, writeResult } from "./result-store.ts";

/** `writ` alone: the shell on the controlling terminal, wherever stdin and stdout go. Throws `usage` without one. */
export async function openShell(context: Context): Promise<ExitCode> {
  const tty = terminalFor(await displayEnv(context));
  const spools = statePaths(context.places.state).spools;
  clearLent(spools);
  const results = createResults(spools);
  const piped = openPiped(results.open);
  const executable = typeCheckerPath();
  const resident = executable === null ? null : residentTypeChecker(executable);
  try {
    const inputPlaces = { root: context.places.shipped, spools, results, piped };
    const with_ = collaborators(context, inputPlaces, resident);
    const left = await runShell({ tty, with_, signal: context.signal });
    return left.kind === "quit" ? EXIT.done : SIGNAL_EXIT[left.signal];
  } finally {
    await resident?.close();
    piped?.close();
    results.close();
  }
}

function terminalFor(env: NodeJS.ProcessEnv): Tty {
  const isDumb = env.TERM === "dumb";
  const tty = isDumb ? null : openTty(env);
  if (tty !== null) return tty;
  throw new WritError({
    kind: "usage",
    problem: isDumb
      ? "the shell needs a terminal that it can draw on, and TERM says that this one is dumb"
      : "the shell needs a terminal, and there is none",
    help: 'writ "DIRECTIVE" FILE does its work without one; see `writ --help`',
  });
}

function collaborators(
  context: Context,
  inputPlaces: InputPlaces,
  resident: ResidentTypeChecker | null,
): ShellCollaborators {
  const { places, env } = context;
  const { results, piped } = inputPlaces;
  const isFirstRun = !existsSync(statePaths(places.state).shellHistory);
  const kept = ({ number }: ShellResult): KeptResult => {
    const result = results.get(number);
    if (result !== null) return result;
    throw new WritError({ kind: "input-missing", input: `_${number}`, detail: "it is not kept any more" });
  };
  return {
    nowMs: () => performance.now(),
    known: knownHere(places),
    completer: () => completerHere(places),
    history: openShellHistory(places.state),
    async model() {
      const { findEndpoint } = await import("../drafting/find-endpoint.ts");
      const endpoint = await findEndpoint({ context, flags: {} });
      return endpoint && `${endpoint.model} at ${endpoint.host}`;
    },
    async loadHighlight() {
      const { createHighlight } = await import("../../check/highlight.ts");
      return createHighlight();
    },
    isFirstRun,
    piped: piped === null ? null : piped.input.name,
    inputs: (references) => findInputs(references, inputPlaces),
    async ask(directive, inputs, job, repair) {
      const { askJob } = await import("./ask-job.ts");
      return askJob({ directive, inputs: inputs as FoundInputs, repair, context, resident }, job);
    },
    async run(name, words, job) {
      const { runJob } = await import("./run-job.ts");
      return runJob({ name, words, context, places: inputPlaces }, job);
    },
    async start(program) {
      const { startProgram } = await import("../../host/pty.ts");
      return startProgram(program);
    },
    env,
    cwd: process.cwd(),
    newResult: (title) => newResult(results, title),
    addText: (title, text) => addText(results, title, text),
    result(number) {
      const found = results.get(number);
      return found && shellResult(found);
    },
    async list() {
      const { commandTable, listCommands } = await import("../help/command-list.ts");
      const { commands, broken } = listCommands(places);
      return `${broken.map((problem) => `${problem}\n`).join("")}${commandTable(commands)}`;
    },
    async show(name) {
      const [{ findCommand }, { approvalState, describeCommand, fieldsRead }] = await Promise.all([
        import("../../keep/library.ts"),
        import("../help/command-page.ts"),
      ]);
      const command = findCommand(places, name);
      return describeCommand(command, {
        approved: approvalState(places, command),
        reads: await fieldsRead(places, command),
      });
    },
    async doctor() {
      const { examinationText, examine } = await import("../sandbox/examination.ts");
      return examinationText(await examine(context));
    },
    async save(name) {
      const [{ lastToSave, terminalKey }, { saveCommand }] = await Promise.all([
        import("../../keep/last-approved.ts"),
        import("../../keep/save-command.ts"),
      ]);
      const last = lastToSave(places.state, terminalKey());
      saveCommand({ places, name, last, project: false, at: new Date().toISOString() });
      return `saved as ${name}: type ${name} to run it again, without a model`;
    },
    async editText(text, extension) {
      const { editText } = await import("../../host/editor.ts");
      return editText({ text, extension, env, scratch: tmpdir(), signal: context.signal });
    },
    async page(result) {
      const { page } = await import("../../host/pager.ts");
      const paged = await page({ source: pagedText(kept(result)), env, signal: context.signal });
      return paged.kind === "failed" ? paged.detail : null;
    },
    write: (result, file) => writeResult(kept(result), file),
    text: (result, bytesMost) => resultText(kept(result), bytesMost),
  };
}
