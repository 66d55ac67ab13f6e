import type { NotOurs, OracleSet } from "./case.ts";
import { difference } from "./compare.ts";
import { convert } from "./convert.ts";
import type { Explained } from "./explained.ts";

/** How a set came out. */
export interface Judged {
  readonly name: string;
  readonly same: number;
  readonly explained: readonly { readonly id: string; readonly why: string }[];
  readonly wrong: readonly { readonly id: string; readonly what: string }[];
  readonly notOurs: readonly NotOurs[];
}

export function judgeSet({ name, cases, notOurs }: OracleSet, table: readonly Explained[]): Judged {
  const explained: { id: string; why: string }[] = [];
  const wrong: { id: string; what: string }[] = [];
  for (const one of cases) {
    const what = difference(one, convert(one));
    if (what === null) continue;
    const known = table.find(({ id, what: how }) => id.test(one.id) && (how === undefined || how.test(what)));
    if (known) explained.push({ id: one.id, why: known.why });
    else wrong.push({ id: one.id, what });
  }
  return { name, same: cases.length - explained.length - wrong.length, explained, wrong, notOurs };
}
