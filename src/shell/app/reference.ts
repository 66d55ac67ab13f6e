import type { Word } from "../../terms/split-words.ts";

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

/**
 * Take the references out of a directive. One is called "the input" in its words, which are then the same for
 * any file; of several each keeps its name.
 */
export function findReferences(text: string): Referred {
  const references: Reference[] = [];
  const isOne = [...text.matchAll(REFERENCE)].length === 1;
  const directive = text.replace(REFERENCE, (whole, quoted, bare, result) => {
    const name = quoted ?? result ?? (bare === "-" ? bare : bare.replace(TRAILING, ""));
    if (name === "") return whole;
    references.push(referenceOf({ quoted, result, name }));
    const rest = bare === undefined ? "" : bare.slice(name.length);
    return (isOne ? "the input" : shownName(references.at(-1)!)) + rest;
  });
  return { directive: directive.trim(), references };
}

function referenceOf(found: { quoted?: string; result?: string; name: string }): Reference {
  if (found.result !== undefined) return resultReference(found.result);
  if (found.quoted !== undefined) return fileReference(found.quoted, true);
  return found.name === "-" ? { kind: "piped" } : fileReference(found.name, false);
}

function shownName(reference: Reference): string {
  return reference.kind === "file" && /\s/.test(reference.name)
    ? JSON.stringify(reference.name)
    : referenceName(reference);
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
