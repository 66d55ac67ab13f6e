import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { lendCopies } from "../../keep/lent-copies.ts";
import type { Results } from "../../keep/results.ts";
import type { ChosenInputs } from "../../shell/app/collaborators.ts";
import { type Reference, referenceName } from "../../shell/app/reference.ts";
import { WritError } from "../../terms/failure.ts";
import { chooseInputs } from "../input/input.ts";
import type { Input } from "../input/named-input.ts";
import { createReplay } from "../input/replay.ts";
import { expandHome } from "./expand-home.ts";
import type { Piped } from "./piped.ts";

/** Where the samples that ship with writ lie, as they are named. */
const SAMPLES = "samples/";

/** The inputs of one job, found. */
export interface FoundInputs extends ChosenInputs {
  readonly inputs: readonly Input[];
}

/** What inputs can be found in. */
export interface InputPlaces {
  readonly root: string;
  /** A private folder. */
  readonly spools: string;
  readonly results: Results;
  readonly piped: Piped | null;
}

/**
 * Find what a line names. A file of the samples that is not here is the one that ships with writ. Throws
 * `input-missing`.
 */
export function findInputs(references: readonly Reference[], places: InputPlaces): FoundInputs {
  const closers: (() => void)[] = [];
  const losses: (() => string | null)[] = [];
  const inputs = references.flatMap((reference): readonly Input[] => {
    if (reference.kind === "result") return [resultInput(reference, places.results)];
    if (reference.kind === "piped") {
      if (places.piped === null) throw missing("@-", "nothing was piped into writ");
      const why = places.piped.lost();
      if (why !== null) throw missing("@-", why);
      losses.push(places.piped.lost);
      return [places.piped.input];
    }
    return fileNames(reference, places.root).map((name) => {
      const [input] = chooseInputs({ files: [name], noInput: false, fromTerminal: false });
      if (input === undefined) throw missing(name, "it is no input");
      if (input.kind === "file") return input;
      const replay = createReplay({ spool: places.results.open(), open: input.open });
      losses.push(replay.lost);
      closers.push(replay.close);
      return { ...input, open: replay.open };
    });
  });
  const nameless = inputs.length > 1 ? inputs.filter(isNameless) : [];
  const named = nameless.length === 0 ? null : nameThem(nameless, places.spools);
  if (named !== null) closers.push(named.remove);
  return {
    inputs: inputs.map((input) => named?.files.get(input) ?? input),
    names: inputs.map(({ name }) => name),
    lost: () => losses.map((lost) => lost()).find((why) => why !== null) ?? null,
    close() {
      for (const close of closers) close();
    },
  };
}

function fileNames(
  { name: typed, isPattern }: Extract<Reference, { kind: "file" }>,
  root: string,
): readonly string[] {
  // A file that is really called so comes first.
  const name = existsSync(typed) ? typed : expandHome(typed);
  if (existsSync(name)) return [name];
  if (isPattern) {
    const found = globSync(name).sort();
    if (found.length === 0) throw missing(name, "no file fits the pattern");
    return found;
  }
  const shipped = join(root, name);
  return [name.startsWith(SAMPLES) && existsSync(shipped) ? shipped : name];
}

function resultInput(reference: Extract<Reference, { kind: "result" }>, results: Results): Input {
  const result = results.get(reference.number);
  const name = referenceName(reference);
  if (result === null) throw missing(name, "there is no such result (only the last ones are kept)");
  return { kind: "file", name, path: result.spool.path, bytes: result.spool.bytes };
}

type FileInput = Extract<Input, { kind: "file" }>;

function isNameless(input: Input): input is FileInput {
  return input.kind === "file" && input.path.startsWith("/proc/self/fd/");
}

/** One of several inputs is opened by the child itself, which cannot reach our descriptors: a copy that it can. */
function nameThem(inputs: readonly FileInput[], spools: string) {
  const { paths, remove } = lendCopies(
    spools,
    inputs.map(({ path }) => path),
  );
  const files = new Map(
    inputs.map((input, index) => [input as Input, { ...input, path: paths[index] ?? input.path }]),
  );
  return { files, remove };
}

function missing(input: string, detail: string): WritError {
  return new WritError({ kind: "input-missing", input, detail });
}
