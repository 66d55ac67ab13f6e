// The sentences of this project with their places: documentation without code, and of TypeScript the comments
// and the texts that a user may read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

export interface Sentence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** All prose below `root`: README, changelog, docs, directives, `src`. */
export function projectProse(root: string): readonly Sentence[] {
  const documents = markdownFiles(root).map((file) => [file, markdownProse] as const);
  const code = filesIn(root, "src", /\.tsx?$/).map((file) => [file, codeProse] as const);
  return [...documents, ...code].flatMap(([file, prose]) =>
    prose(readFileSync(join(root, file), "utf8"), file).map(({ line, text }) => ({ file, line, text })),
  );
}

/** The documents of the project, relative to `root`. */
export function markdownFiles(root: string): readonly string[] {
  return [
    "README.md",
    "CHANGELOG.md",
    ...filesIn(root, "docs", /\.md$/),
    ...filesIn(root, "directives", /\.md$/),
  ];
}

function filesIn(root: string, folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

type Piece = Omit<Sentence, "file">;

/** The lines of a document, without fenced code and without what stands between backticks. */
export function markdownProse(text: string): readonly Piece[] {
  let fenced = false;
  return text.split("\n").flatMap((line, at) => {
    const fence = /^\s*```/.test(line);
    if (fence) fenced = !fenced;
    return fence || fenced ? [] : [{ line: at + 1, text: withoutCode(line) }];
  });
}

/** Comments, and the strings that are sentences: a string without a space is a name. */
export function codeProse(text: string, file: string): readonly Piece[] {
  const { program, comments } = parseSync(file, text);
  const at = (offset: number) => text.slice(0, offset).split("\n").length;
  const said = comments.flatMap(({ value, start }) =>
    value.split("\n").map((line, row) => ({ line: at(start) + row, text: withoutCode(line) })),
  );
  const written = stringsIn(program).filter((one) => one.text.includes(" "));
  return [...said, ...written.map((one) => ({ line: at(one.offset), text: withoutCode(one.text) }))];
}

function withoutCode(line: string): string {
  return line.replace(/`[^`]*`/g, " ").replace(/\]\([^)]*\)/g, "] ");
}

function stringsIn(node: unknown): { offset: number; text: string }[] {
  if (Array.isArray(node)) return node.flatMap(stringsIn);
  if (typeof node !== "object" || node === null) return [];
  const { type, start, value } = node as { type?: unknown; start?: unknown; value?: unknown };
  const text = type === "TemplateElement" ? (value as { raw: string }).raw : value;
  const offset = Number(start);
  if ((type === "Literal" || type === "TemplateElement" || type === "JSXText") && typeof text === "string") {
    return [{ offset, text }];
  }
  return Object.values(node).flatMap(stringsIn);
}
