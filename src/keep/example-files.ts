import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StoredExample } from "../terms/command.ts";
import type { Example } from "../terms/example.ts";
import { WritError } from "../terms/failure.ts";

/** Longer texts lie in files beside the directive: nobody reads them in its front matter. */
const INLINE_BYTES_MOST = 4096;
const FILE_BYTES_MOST = 2_000_000;

/** A file to be written into the folder of a directive's examples. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/** Examples as front matter has them, and the files that hold what is too long for it. */
export function storedExamples(examples: readonly Example[]): {
  readonly stored: readonly StoredExample[];
  readonly files: readonly ExampleFile[];
} {
  const files: ExampleFile[] = [];
  const put = (text: string, name: string) => {
    if (Buffer.byteLength(text) <= INLINE_BYTES_MOST) return text;
    files.push({ name, text });
    return { file: name };
  };
  // In the order of a sentence: with these words and this input, that comes out.
  const stored = examples.map(
    ({ args, in: input, out, ...expected }, at): StoredExample => ({
      ...(args === undefined ? {} : { args }),
      ...(input === undefined ? {} : { in: put(input, `${at + 1}.in`) }),
      ...(out === undefined ? {} : { out: put(out, `${at + 1}.out`) }),
      ...expected,
    }),
  );
  return { stored, files };
}

/**
 * The examples with what lies in files of `folder`. Throws `input-missing` for a file that is not there, is none or is too
 * large; a symbolic link is none, nor is the folder, for one from elsewhere could show with it what it has no business with.
 */
export function loadExamples(folder: string, stored: readonly StoredExample[]): readonly Example[] {
  const get = (side: string | { readonly file: string }) =>
    typeof side === "string" ? side : readExampleFile(join(folder, side.file));
  return stored.map(({ in: input, out, ...rest }) => ({
    ...rest,
    ...(input === undefined ? {} : { in: get(input) }),
    ...(out === undefined ? {} : { out: get(out) }),
  }));
}

function readExampleFile(path: string): string {
  try {
    if (lstatSync(dirname(path)).isSymbolicLink()) throw missing(dirname(path), "it is a symbolic link");
    const stats = lstatSync(path);
    if (!stats.isFile()) throw missing(path, "it is not a file");
    if (stats.size > FILE_BYTES_MOST) throw missing(path, `it is larger than ${FILE_BYTES_MOST} bytes`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof WritError) throw error;
    throw missing(path, (error as NodeJS.ErrnoException).code ?? String(error), error);
  }
}

function missing(input: string, detail: string, cause?: unknown): WritError {
  return new WritError({ kind: "input-missing", input, detail }, { cause });
}
