import type { DocumentParsers } from "../formats/parsed.ts";
import { UnreadableInput } from "../formats/unreadable-input.ts";
import type { ByteSource } from "../terms/format.ts";
import type { Invocation } from "../terms/invocation.ts";
import type { Shape } from "../terms/shape.ts";
import { createInputFile, type InputFile } from "./input-file.ts";
import { judgeInput } from "./judge-input.ts";
import type { Taken } from "./tally.ts";
import { type Asked, WantedFields } from "./wanted-fields.ts";

/** What a snippet reads: one input after the other, or each by its name. */
export interface Input extends Omit<InputFile, "name"> {
  readonly files: readonly InputFile[];
  /** One of them: by its place from 0, or by its name, with or without folder and ending. */
  file(which: number | string): InputFile;
}

export function createInput(options: {
  readonly invocation: Invocation;
  /** The fields that the code looks at, where that is known. */
  readonly fields?: readonly string[] | undefined;
  readonly open: (path: string | null, name: string) => ByteSource;
  /** Told of malformed input even where the snippet catches the error. */
  readonly noted: (error: unknown) => void;
  /** Told of each reader that is made. */
  readonly begun: (taken: Taken) => void;
  /** Told what readers left out. */
  readonly say: (line: string) => void;
  readonly documents?: DocumentParsers | undefined;
  /** The shape that records should have: of the first input, or of all where they are read as one. */
  readonly expects?: Shape;
}): Input {
  const { invocation, fields, open, noted, begun, say, documents } = options;
  const { maxLineBytes: lineBytesMost } = invocation;
  let asOne = false;
  const hint = invocation.quiet ? () => {} : say;
  const judge =
    options.expects && judgeInput(options.expects, { strict: invocation.strict === true, say: hint });
  const files = invocation.inputs.map(({ name, path }, index) =>
    createInputFile({
      ...{ name, how: invocation, lineBytesMost, fields, noted, begun, say, hint, documents },
      open: () => open(path, name),
      ...(judge ? { judge: (seen) => (index === 0 || asOne ? judge(name, seen) : null) } : {}),
    }),
  );
  const file = (which: number | string) => findFile(files, which);
  const [only] = files;
  if (files.length === 1 && only) return { ...only, files, file };
  return {
    ...{ files, file },
    lines: () => chain(files, (file) => file.lines()),
    records: (asked) => {
      asOne = true;
      return asked ? askedOfAll(files, asked) : chain(files, (file) => file.records());
    },
    bytes: () => chain(files, (file) => file.bytes()),
    text: () => files.map((file) => file.text()).join(""),
    json: () => {
      const how = files.length === 0 ? "this run has none" : "use input.files.map((file) => file.json())";
      throw new Error(`json() reads one document, and there are ${files.length} inputs: ${how}`);
    },
  };
}

/** @throws {UnreadableInput} there is none such, or more than one */
function findFile(files: readonly InputFile[], which: number | string): InputFile {
  const found = typeof which === "number" ? files.slice(which, which + 1) : filesNamed(files, which);
  const [only] = found;
  if (only && found.length === 1) return only;
  const wanted = typeof which === "number" ? `input ${which + 1}` : `the input ${JSON.stringify(which)}`;
  const there =
    files.length === 0 ? "this run has none" : `this run has ${files.map(({ name }) => name).join(", ")}`;
  throw new UnreadableInput(wanted, found.length === 0 ? there : `${found.length} have that name`);
}

/** What is named exactly comes before what only ends so. */
function filesNamed(files: readonly InputFile[], which: string): readonly InputFile[] {
  const spellings = [
    (name: string) => name,
    (name: string) => name.replace(/^.*\//, ""),
    (name: string) => name.replace(/^.*\//, "").replace(/(?<=.)\..*$/, ""),
  ];
  for (const spelling of spellings) {
    const found = files.filter(({ name }) => spelling(name) === which);
    if (found.length > 0) return found;
  }
  return [];
}

/** What is required may be in any of the inputs: it is missed after the last. */
function askedOfAll(files: readonly InputFile[], asked: Asked) {
  const wanted = new WantedFields(asked);
  const ends: Pick<InputFile, "records"> = {
    records() {
      wanted.end();
      return Iterator.from([]);
    },
  };
  return Iterator.from([...files, ends]).flatMap((file) => file.records(wanted));
}

function chain<T>(
  files: readonly InputFile[],
  read: (file: InputFile) => IteratorObject<T, undefined, unknown>,
): IteratorObject<T, undefined, unknown> {
  return Iterator.from(files).flatMap(read);
}
