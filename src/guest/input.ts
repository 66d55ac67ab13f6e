import type { ByteSource } from "../terms/format.ts";
import type { Invocation } from "../terms/invocation.ts";
import type { Shape } from "../terms/shape.ts";
import { createInputFile, type InputFile } from "./input-file.ts";
import { judgeInput } from "./judge-input.ts";

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
  /** The shape that records should have: of the first input, or of all where they are read as one. */
  readonly expects?: Shape;
}): Input {
  const { invocation, open, noted, say } = options;
  const { maxLineBytes: lineBytesMost } = invocation;
  let asOne = false;
  const judge = options.expects && judgeInput(options.expects, { strict: invocation.strict === true, say });
  const files = invocation.inputs.map(({ name, path }, index) =>
    createInputFile({
      ...{ name, how: invocation, lineBytesMost, noted, say },
      open: () => open(path, name),
      ...(judge ? { judge: (seen) => (index === 0 || asOne ? judge(name, seen) : null) } : {}),
    }),
  );
  const [only] = files;
  if (files.length === 1 && only) return { ...only, files };
  return {
    files,
    lines: () => chain(files, (file) => file.lines()),
    records: () => {
      asOne = true;
      return chain(files, (file) => file.records());
    },
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
