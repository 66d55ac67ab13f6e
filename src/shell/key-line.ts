import { cells, type Line, line, lineCells, span } from "./line.ts";
import { cut } from "./wrap.ts";

/** One row of the key table. `shown` is how the key line calls it; null: the key works and is not listed. */
export interface KeyRow<Action> {
  readonly names: readonly string[];
  readonly action: Action;
  readonly shown: { readonly key: string; readonly verb: string } | null;
}

/**
 * The one place where a decision is asked for: the longest wording that fits in `columns`, from
 * `y run · s save and run · n no` down to `y/s/n?`.
 */
export function keyLine(
  rows: readonly KeyRow<unknown>[],
  options: { readonly columns: number; readonly standOut: boolean; readonly more: string },
): Line {
  const shown = rows.flatMap(({ shown: one }) => (one === null ? [] : [one]));
  const verbs = shown.map(({ key, verb }) => `${key} ${verb}`).join(" · ");
  const wordings = [
    ...(options.more === "" ? [] : [`${verbs} · ${options.more}`]),
    verbs,
    ...shortened(shown),
  ];
  const fits = wordings
    .map((wording) => toned(options.standOut ? `press ${wording}` : wording, options.standOut))
    .find((wording) => lineCells(wording) <= options.columns);
  return fits ?? cut(toned(wordings.at(-1)!, options.standOut), options.columns);
}

/** Every key with its verb, standing out, on as many rows as that takes. */
export function keyRows(
  rows: readonly KeyRow<unknown>[],
  options: { readonly columns: number; readonly more: string },
): readonly Line[] {
  const shown = rows.flatMap(({ shown: one }) => (one === null ? [] : [`${one.key} ${one.verb}`]));
  const texts: string[] = [];
  for (const piece of [...shown, ...(options.more === "" ? [] : [options.more])]) {
    const longer = texts.length === 0 ? `press ${piece}` : `${texts.at(-1)} · ${piece}`;
    if (texts.length === 0 || cells(longer) + 2 <= options.columns) texts.splice(-1, 1, longer);
    else texts.push(piece);
  }
  return texts.map((text) => cut(toned(text, true), options.columns));
}

/** First words only, of fewer and fewer keys: `y run · s save · n no · e/r`, at last `y/s/n/e/r?`. */
function shortened(shown: readonly { readonly key: string; readonly verb: string }[]): readonly string[] {
  const words = shown.map(({ key, verb }) => `${key} ${verb.split(" ")[0]}`);
  const keys = shown.map(({ key }) => key);
  return Array.from({ length: shown.length + 1 }, (_, dropped) => {
    const worded = words.slice(0, shown.length - dropped);
    const bare = keys.slice(shown.length - dropped).join("/");
    if (worded.length === 0) return `${bare}?`;
    return [...worded, ...(bare === "" ? [] : [bare])].join(" · ");
  });
}

function toned(wording: string, standOut: boolean): Line {
  return standOut ? line(span(` ${wording} `, "standout")) : line(span(wording, "strong"));
}
