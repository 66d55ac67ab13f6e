import type { ByteSource } from "../terms/format.ts";
import type { Invocation } from "../terms/invocation.ts";
import { createInputFile, type InputFile } from "./input-file.ts";

/** What a snippet reads: one input after the other, or each by its name. */
export interface Input extends Omit<InputFile, "name"> {
  readonly files: readonly InputFile[];
}

export function createInput(options: {
  readonly invocation: Invocation;
  readonly open: (path: string | null, name: string) => ByteSource;
  /** Told of malformed input even where the snippet catches the error. */
  readonly noted: (error: unknown) => void;
  /** Told what readers left out. */
  readonly say: (line: string) => void;
}): Input {
  const { invocation, open, noted, say } = options;
  const { from, header, ragged, maxLineBytes: lineBytesMost } = invocation;
  const files = invocation.inputs.map(({ name, path }) =>
    createInputFile({
      ...{ name, from, header, lineBytesMost, noted, say },
      ...(ragged ? { ragged } : {}),
      open: () => open(path, name),
    }),
  );
  const [only] = files;
  if (files.length === 1 && only) return { ...only, files };
  return {
    files,
    lines: () => chain(files, (file) => file.lines()),
    records: () => chain(files, (file) => file.records()),
    bytes: () => chain(files, (file) => file.bytes()),
    text: () => files.map((file) => file.text()).join(""),
    json: () => {
      const how = files.length === 0 ? "there is no input" : "use input.files.map((file) => file.json())";
      throw new Error(`json() reads one document, and there are ${files.length} inputs: ${how}`);
    },
  };
}

function chain<T>(
  files: readonly InputFile[],
  read: (file: InputFile) => IteratorObject<T, undefined, unknown>,
): IteratorObject<T, undefined, unknown> {
  return Iterator.from(files).flatMap(read);
}
