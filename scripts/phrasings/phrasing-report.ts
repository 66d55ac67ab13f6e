import type { Ending, Judged } from "./judge-phrasings.ts";
import type { Fit } from "./read-phrasings.ts";

/** How a set of phrasings went, as counts. */
export interface Tally {
  /** Directives that something fits, by what became of them. */
  readonly fitting: Readonly<Record<Ending, number>>;
  /** Directives that nothing fits: what was offered all the same, and silence. */
  readonly unfit: { readonly wrong: number; readonly silent: number };
  /** Offered as right and wrong, in command or options, of all directives: 0 to 1. */
  readonly wrongShare: number;
}

export function tally(judged: readonly Judged[]): Tally {
  const [fitting, unfit] = [judged.filter(hasFit), judged.filter((one) => !hasFit(one))];
  const count = (of: readonly Judged[], ending: Ending) => of.filter((one) => one.ending === ending).length;
  const wrong = judged.filter(({ ending }) => ending === "wrong" || ending === "wrong-options").length;
  return {
    fitting: {
      right: count(fitting, "right"),
      "wrong-options": count(fitting, "wrong-options"),
      wrong: count(fitting, "wrong"),
      silent: count(fitting, "silent"),
    },
    unfit: { wrong: count(unfit, "wrong"), silent: count(unfit, "silent") },
    wrongShare: wrong / Math.max(1, judged.length),
  };
}

/** The counts as a table, in the words of its heading. */
export function tableOf(set: string, { fitting, unfit, wrongShare }: Tally): string {
  const all = Object.values(fitting).reduce((sum, count) => sum + count, 0);
  const none = unfit.wrong + unfit.silent;
  return [
    `${set.toUpperCase().padEnd(24)}  right  other options  another command  silent`,
    row(`something fits: ${all}`, [
      fitting.right,
      fitting["wrong-options"],
      fitting.wrong,
      String(fitting.silent),
    ]),
    row(`nothing fits: ${none}`, ["-", "-", unfit.wrong, `${unfit.silent} (as it should)`]),
    `wrong offered as right: ${(wrongShare * 100).toFixed(1)} % of ${all + none}`,
  ].join("\n");
}

/** One line for what was not right: what was typed, what was offered, and what would have been right. */
export function describeMiss({ phrasing, best, ending }: Judged): string {
  const offered = `${best.command.name} ${JSON.stringify(best.values)} ${best.confidence}`;
  const wanted = phrasing.fits.map(fitText).join(" or ") || "nothing";
  return `${ending.padEnd(13)}  ${phrasing.words}\n${" ".repeat(15)}best: ${offered} (${best.why})\n${" ".repeat(15)}wanted: ${wanted}`;
}

/** Whether it did not end as it should. */
export function isMiss({ phrasing, ending }: Judged): boolean {
  return ending !== (phrasing.fits.length > 0 ? "right" : "silent");
}

function fitText([command, values]: Fit): string {
  return `${command} ${JSON.stringify(values)}`;
}

function hasFit({ phrasing }: Judged): boolean {
  return phrasing.fits.length > 0;
}

function row(name: string, [right, options, wrong, silent]: readonly (number | string)[]): string {
  const cells = [String(right).padStart(5), String(options).padStart(13), String(wrong).padStart(15)];
  return `${name.padEnd(24)}  ${cells.join("  ")}  ${String(silent).padStart(6)}`;
}
