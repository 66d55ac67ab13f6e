import { readFileSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { directiveFor, readDirectiveFile } from "../../keep/directive-file.ts";
import { readCommand } from "../../keep/library.ts";
import { putAside } from "../../keep/put-aside.ts";
import type { Located } from "../../keep/revoke-approvals.ts";
import { type Edit, storeEdit } from "../../keep/store-edit.ts";
import type { Compiled, StoredCommand } from "../../terms/command.ts";
import type { Draft } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import { keptLimits } from "../../terms/limit.ts";
import type { Capability } from "../../terms/verdict.ts";
import type { Context } from "../context.ts";
import { type Faces, openFaces } from "../faces/faces.ts";
import { tell } from "../faces/print.ts";
import { compileCommand, draftOf, grantKept } from "./approve-command.ts";
import { askAbout } from "./ask-about.ts";

/** Which of a command's two files is edited. */
export type EditedFile = "snippet" | "directive";

/** One command being edited. */
interface Editing {
  readonly located: Located;
  readonly before: StoredCommand;
  /** The bytes of the directive's file as the edit began. */
  readonly directiveBefore: string;
  readonly context: Context;
}

/**
 * Have one of a command's two files edited, judge what came of it and ask, unless there is a yes to exactly that
 * already. Nothing is written before a yes; what was written and not approved is put aside, and it is said where.
 * Throws `not-approved`, `refused`, `capability-refused`, `configuration`, `usage`.
 */
export async function editCommand(
  located: Located,
  file: EditedFile,
  context: Context,
): Promise<"unchanged" | "kept"> {
  const before = readCommand(located.origin, located.folder, located.name);
  const directiveBefore = readFileSync(before.paths.directive, "utf8");
  const editing = { located, before, directiveBefore, context };
  const text = await edited(file === "snippet" ? before.code : directiveBefore, file, context);
  if (text === null) return "unchanged";
  const written = { text };
  try {
    const edit = await (file === "snippet" ? editOfCode(editing, written) : editOfDirective(editing, text));
    storeEdit(context.places, located, { ...edit, at: new Date().toISOString() });
    return "kept";
  } catch (error) {
    if (error instanceof WritError) sayAside(editing, file, written.text);
    throw error;
  }
}

interface Approved {
  readonly edit: Edit;
  readonly compiled: Compiled;
}

/** Ask about the code until it is approved or given up; `written` follows what was edited last. */
async function editOfCode(editing: Editing, written: { text: string }): Promise<Approved> {
  const approved = await approvedAlready(() => withCode(editing, written.text), editing);
  return approved ?? (await withFaces(editing.context, (faces) => ask(editing, written, faces)));
}

async function ask(editing: Editing, written: { text: string }, faces: Faces): Promise<Approved> {
  const { before, context } = editing;
  const { name } = before;
  for (;;) {
    const question = {
      name,
      draft: editedDraft(before, written.text),
      limits: limitsOf(editing),
      told: `${name} as you edited it`,
      leadsTo: "edit" as const,
      previous: before.code,
      grant: (asked: readonly Capability[]) => grantKept(asked, { command: before, context, typed: [] }),
      yes: false,
    };
    const { answer } = await askAbout(question, faces, context);
    if (answer.kind === "edit") written.text = answer.code;
    else if (answer.kind === "yes") return withCode(editing, written.text);
    else throw new WritError({ kind: "not-approved", what: name, reason: reasonOf(answer) });
  }
}

/** Words alone need no question: they do not run. Other option values or requests do. */
async function editOfDirective(editing: Editing, text: string): Promise<Approved> {
  const { before, directiveBefore, context } = editing;
  const { head, directive } = readDirectiveFile(before.paths.directive, text);
  const command = { ...before, head, directive };
  const edit = { before, directiveBefore, code: before.code, directive: text };
  const found = { edit, compiled: await compile(editing, command) };
  if (isApproved(context.places.state, found.compiled)) return found;
  return withFaces(context, async (faces) => {
    const { name } = before;
    const told = `${name} with the directive as you edited it`;
    const question = {
      name,
      draft: draftOf(command),
      limits: limitsOf(editing),
      told,
      leadsTo: "edit" as const,
    };
    const grant = (asked: readonly Capability[]) => grantKept(asked, { command, context, typed: [] });
    const { answer } = await askAbout({ ...question, grant, yes: false }, faces, context);
    if (answer.kind === "yes") return found;
    throw new WritError({ kind: "not-approved", what: name, reason: reasonOf(answer) });
  });
}

/** The edit where there is a yes to it; null where there is none, or it cannot be approved. */
async function approvedAlready(
  make: () => Promise<Approved>,
  { context }: Editing,
): Promise<Approved | null> {
  try {
    const made = await make();
    return isApproved(context.places.state, made.compiled) ? made : null;
  } catch (error) {
    if (error instanceof WritError) return null;
    throw error;
  }
}

async function withCode(editing: Editing, code: string): Promise<Approved> {
  const { before, directiveBefore } = editing;
  const { schema } = await compile(editing, { ...before, code });
  const options = schema.options.map(({ name }) => name);
  const directive = directiveFor(before.paths.directive, directiveBefore, { code, options });
  const { head } = readDirectiveFile(before.paths.directive, directive);
  const compiled = await compile(editing, { ...before, code, head });
  return { edit: { before, directiveBefore, code, directive }, compiled };
}

function compile({ located, context }: Editing, command: StoredCommand): Promise<Compiled> {
  const { origin, folder, name } = located;
  const before = readCompiled(compiledFolder(context.places, origin), name);
  return compileCommand({ origin, folder, before, context }, command);
}

function limitsOf({ located, context }: Editing) {
  const before = readCompiled(compiledFolder(context.places, located.origin), located.name);
  return before?.limits ?? keptLimits(totalmem());
}

function editedDraft(command: StoredCommand, code: string): Draft {
  const draft = draftOf(command);
  return { ...draft, code, origin: { kind: "edited", from: draft.origin } };
}

async function edited(text: string, file: EditedFile, { env, signal }: Context): Promise<string | null> {
  const { editText } = await import("../../host/editor.ts");
  const extension = file === "snippet" ? ".ts" : ".md";
  const result = await editText({ text, extension, env, scratch: tmpdir(), signal });
  if (signal.aborted) throw new WritError({ kind: "interrupted", signal: signal.reason });
  if (result.kind === "failed") {
    throw new WritError({ kind: "usage", problem: result.detail, help: "the command is as it was" });
  }
  return result.kind === "unchanged" ? null : result.text;
}

async function withFaces<T>(context: Context, use: (faces: Faces) => Promise<T>): Promise<T> {
  const faces = await openFaces(context, { asks: true, quiet: false, events: null });
  try {
    return await use(faces);
  } finally {
    await faces.release();
  }
}

function reasonOf(answer: { readonly kind: string; readonly reason?: string }): "declined" | "no-terminal" {
  return answer.reason === "no-terminal" ? "no-terminal" : "declined";
}

function sayAside({ located, context }: Editing, file: EditedFile, text: string): void {
  const { name } = located;
  const as = file === "snippet" ? `snippets/${name}.ts` : `directives/${name}.md`;
  const at = new Date().toISOString();
  const folder = putAside(context.places.state, { name, at, files: [{ text, as }] });
  tell(`${name} is as it was; what you wrote is in ${folder}/${as}`);
}
