import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Compiled, DirectiveHead } from "../terms/command.ts";
import { nameTrouble } from "../terms/command-name.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { shapeIn } from "../terms/shape.ts";
import { storeApproval } from "./approvals.ts";
import { atomicWrite } from "./atomic-write.ts";
import { storeCompiled } from "./compiled.ts";
import { compiledFolder } from "./compiled-folder.ts";
import { writeDirectiveFile } from "./directive-file.ts";
import { storedExamples } from "./example-files.ts";
import type { ApprovedDraft } from "./last-approved.ts";
import { commandPaths, libraryFolders } from "./locate-command.ts";
import type { Places } from "./places.ts";
import { sha256 } from "./sha256.ts";

/**
 * Keep an approved draft as a command: its two files, its approval, and what a run starts from. The snippet
 * is written before the directive that makes it a command, so that a crash between leaves no half command.
 * Returns the paths a user may want to see. Throws `usage` for a bad name, `name-taken`, `state-unusable`.
 */
export function saveCommand(options: {
  readonly places: Places;
  readonly name: string;
  readonly last: ApprovedDraft;
  readonly project: boolean;
  readonly at: string;
  /** `own`: the command of this name was saved a moment ago by the same ask, and gives way. */
  readonly over?: "own";
}): readonly string[] {
  const { places, name, last, project, at, over } = options;
  const origin: Origin = project ? "project" : "user";
  const folder = project ? places.project : places.data;
  refuseName(name);
  if (folder === null) {
    throw new WritError({
      kind: "usage",
      problem: "cannot save into the project: there is no writ.toml here or above",
      help: "make an empty writ.toml at the project's root, or leave out --project",
    });
  }
  const paths = commandPaths(folder, name);
  if (over === undefined) refuseTaken(places, origin, name);

  const { draft, capabilities, limits, requiredLevel } = last;
  const hash = sha256(draft.code);
  const { stored, files } = storedExamples(last.examples);
  const head: DirectiveHead = {
    schema: 1,
    description: firstLine(draft.directive),
    ...(last.input ? { input: last.input } : {}),
    ...readingOf(last),
    ...(Object.keys(draft.values).length > 0 ? { options: draft.values } : {}),
    examples: stored,
    capabilities,
    ...(draft.origin.kind === "model" ? { model: draft.origin.model } : {}),
    sha256: hash,
  };
  const text = writeDirectiveFile(head, draft.directive);
  const compiled: Compiled = {
    v: 1,
    name,
    sha256: hash,
    directiveSha256: sha256(text),
    javascript: last.javascript,
    schema: last.schema,
    reads: last.reads,
    values: draft.values,
    project: project ? folder : null,
    capabilities,
    limits,
    requiredLevel,
    ...readingOf(last),
    ...shapeIn(last.input),
  };
  storeApproval(places.state, { ...compiled, origin, at });
  atomicWrite(paths.snippet, draft.code);
  storeCompiled(compiledFolder(places, origin), compiled);
  for (const file of files) atomicWrite(join(paths.examples, file.name), file.text);
  atomicWrite(paths.directive, text);
  return [paths.directive, paths.snippet];
}

/**
 * Throws `usage` or `name-taken` where a draft could not be saved under this name: asked before it runs. What
 * ships with writ keeps its name.
 */
export function refuseTaken(places: Places, origin: Origin, name: string): void {
  refuseName(name);
  const taken = libraryFolders(places).find(
    (one) =>
      (one.origin === origin || one.origin === "shipped") &&
      existsSync(commandPaths(one.folder, name).directive),
  );
  if (taken) throw new WritError({ kind: "name-taken", name, origin: taken.origin });
}

/** As a property, where something was said. */
function readingOf({ reading }: ApprovedDraft): Pick<DirectiveHead, "reading"> {
  return reading && Object.keys(reading).length > 0 ? { reading } : {};
}

function refuseName(name: string): void {
  const help = nameTrouble(name);
  if (help === null) return;
  throw new WritError({
    kind: "usage",
    problem: `${JSON.stringify(name)} cannot be a command's name`,
    help,
  });
}

function firstLine(text: string): string {
  return text.split("\n")[0]!.trim().slice(0, 200) || "a kept directive";
}
