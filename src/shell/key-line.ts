import { type Line, line, lineCells, span } from "./line.ts";
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
  const keys = shown.map(({ key }) => key);
  const verbs = shown.map(({ key, verb }) => `${key} ${verb}`).join(" · ");
  const short = shown.map(({ key, verb }) => `${key} ${verb.split(" ")[0]}`).join(" · ");
  const wordings = [...(options.more === "" ? [] : [`${verbs} · ${options.more}`]), verbs, short];
  const fits = wordings
    .map((wording) => toned(options.standOut ? `press ${wording}` : wording, options.standOut))
    .find((wording) => lineCells(wording) <= options.columns);
  return fits ?? cut(toned(`${keys.join("/")}?`, options.standOut), options.columns);
}

function toned(wording: string, standOut: boolean): Line {
  return standOut ? line(span(` ${wording} `, "standout")) : line(span(wording, "strong"));
}
