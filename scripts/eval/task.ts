import type { Example } from "../../src/terms/example.ts";

/** A text to read, and the name of the file that it lies in: its ending says how it is read. */
export interface InputText {
  readonly name: string;
  readonly text: string;
}

/** What the program should write. Whoever drafts it never sees this. */
export type Expected =
  /** For each record of the input one record `{ result }`. The first `given` of them are the task's examples. */
  | { readonly kind: "results"; readonly values: readonly unknown[]; readonly given: number }
  /** These records in this order, compared cell by cell: `1.50` is `1.5`. */
  | { readonly kind: "records"; readonly records: readonly Readonly<Record<string, unknown>>[] };

/** A directive, the input that a program is drafted from, the one that it is run on, and the answer to that. */
export interface Task {
  readonly id: string;
  readonly directive: string;
  /** Given with the directive: the prompt shows them, and drafts are held against them. */
  readonly examples: readonly Example[];
  readonly sampled: InputText;
  readonly judged: InputText;
  readonly expected: Expected;
  /** A reply that some model gave to another prompt, and what was measured of it elsewhere. */
  readonly recorded?: { readonly reply: string; readonly model: string; readonly label: string };
}

/** What a row of a set became: a task, or why it is none. */
export type Read =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly id: string; readonly why: string };

/** A record and what is made of it, as an example. */
export function exampleOf(record: unknown, result: unknown): Example {
  return { in: `${JSON.stringify(record)}\n`, out: `${JSON.stringify({ result })}\n` };
}

/** Records as an input. */
export function ndjson(name: string, records: readonly unknown[]): InputText {
  return { name, text: records.map((record) => `${JSON.stringify(record)}\n`).join("") };
}
