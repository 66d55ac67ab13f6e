import type { Word } from "./split-words.ts";

/** Something that a line names as input. `number` null: the last result. */
export type Reference =
  | { readonly kind: "file"; readonly name: string; readonly isPattern: boolean }
  | { readonly kind: "piped" }
  | { readonly kind: "result"; readonly number: number | null };

/** A directive without its `@` marks, and what it named. */
export interface Referred {
  readonly directive: string;
  readonly references: readonly Reference[];
}

// At the start of a word: `@"a b"`, `@name`, `_`, `_3`. An address (`a@b.example`) is no reference.
const REFERENCE = /(?<![^\s([{"'])(?:@"([^"\n]+)"|@([^\s"]+)|(_\d*)(?![\w.-]))/g;
/** What ends a sentence rather than a name. */
const TRAILING = /[.,;:!?)\]}'"]+$/;

/** Take the references out of a directive; their names stay in its words, so that it still reads well. */
export function findReferences(text: string): Referred {
  const references: Reference[] = [];
  const directive = text.replace(REFERENCE, (whole, quoted, bare, result) => {
    if (quoted !== undefined) {
      references.push(fileReference(quoted, true));
      return quoted;
    }
    if (result !== undefined) {
      references.push(resultReference(result));
      return result === "_" ? "the last result" : `result ${result.slice(1)}`;
    }
    const name = bare === "-" ? bare : bare.replace(TRAILING, "");
    if (name === "") return whole;
    references.push(name === "-" ? { kind: "piped" } : fileReference(name, false));
    return (name === "-" ? "the input" : name) + bare.slice(name.length);
  });
  return { directive: directive.trim(), references };
}

/** What a FILE word of a command names: `@name`, `_`, `_3`, `-` or `@-`, else a file by its plain name. */
export function wordReference({ text, quoted }: Word): Reference {
  if (!quoted && /^_\d*$/.test(text)) return resultReference(text);
  if (text === "-" || text === "@-") return { kind: "piped" };
  return text.startsWith("@") && text.length > 1
    ? fileReference(text.slice(1), quoted)
    : fileReference(text, quoted);
}

/** How a reference is called in messages. */
export function referenceName(reference: Reference): string {
  if (reference.kind === "piped") return "@-";
  return reference.kind === "file" ? reference.name : `_${reference.number ?? ""}`;
}

function resultReference(text: string): Reference {
  return { kind: "result", number: text === "_" ? null : Number(text.slice(1)) };
}

function fileReference(name: string, quoted: boolean): Reference {
  return { kind: "file", name, isPattern: !quoted && /[*?[{]/.test(name) };
}
