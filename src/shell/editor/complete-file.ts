import type { Choice } from "./state.ts";

/** A path as it is written after `@`, a folder's without its slash. */
export interface NamedFile {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file being named before the cursor: `@da`, or `@"my da` with its quote still open. */
export interface FileWord {
  readonly from: number;
  readonly prefix: string;
  readonly isQuoted: boolean;
}

const OPEN_QUOTE = /(?<![^\s([{"'])@"([^"\n]*)$/;
const BARE = /(?<![^\s([{"'])@([^\s"]*)$/;
/** A name that needs no quotes: no blanks, no pattern, and nothing at its end that could end a sentence. */
const PLAIN_NAME = /^(?:[\p{L}\p{N}\p{M}_./~+=%@:,-]*[\p{L}\p{N}\p{M}_/~+=%@-])?$/u;
/** What cannot stand between quotes. */
const UNWRITABLE = /["\p{Cc}]/u;

/** The file that is being named at the end of a text, or null. */
export function fileWord(head: string): FileWord | null {
  const quoted = OPEN_QUOTE.exec(head);
  if (quoted !== null) return { from: quoted.index, prefix: quoted[1]!, isQuoted: true };
  const bare = BARE.exec(head);
  return bare === null ? null : { from: bare.index, prefix: bare[1]!, isQuoted: false };
}

/** Hidden files only where a dot asks for them; folders stay open for what is in them. */
export function fileChoices(files: readonly NamedFile[], { prefix, isQuoted }: FileWord): readonly Choice[] {
  const isDotted = lastName(prefix).startsWith(".");
  return files
    .filter(({ name }) => name.startsWith(prefix) && !UNWRITABLE.test(name))
    .filter(({ name }) => isDotted || !lastName(name).startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, isFolder }) => {
      const path = isFolder ? `${name}/` : name;
      const text = !isQuoted && PLAIN_NAME.test(name) ? `@${path}` : `@"${path}${isFolder ? "" : '"'}`;
      return { text, label: lastName(name) + path.slice(name.length), isWhole: !isFolder, detail: "" };
    });
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
