/**
 * Which fields of its records a snippet looks at. `fields`: these and no others, and those that the values of
 * `options` name. `asked`: those that it asks `records()` for. `all`: no less can be proven, and why.
 */
export type Reads =
  | { readonly kind: "fields"; readonly fields: readonly string[]; readonly options: readonly string[] }
  | { readonly kind: "asked" }
  | { readonly kind: "no-records" }
  | { readonly kind: "all"; readonly why: string };

/** Of what was approved before reads were derived. */
export const READS_UNKNOWN: Reads = { kind: "all", why: "it was approved by an earlier writ" };

/** `only status, path and the one that --by names` */
export function wordReads(reads: Reads): string {
  if (reads.kind === "all") return `all: ${reads.why}`;
  if (reads.kind === "no-records") return "none: it reads no records";
  if (reads.kind === "asked") return "only those it asks records() for";
  const named = reads.options.map((option) => `the one that --${option} names`);
  const all = [...reads.fields, ...named];
  return all.length === 0 ? "none: it counts records" : `only ${inWords(all)}`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1)!;
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
