import type { Failure } from "./failure.ts";
import { APPROVAL } from "./failures/approval.ts";
import { CHECK } from "./failures/check.ts";
import { MACHINE } from "./failures/machine.ts";
import { MODEL } from "./failures/model.ts";
import { MONEY } from "./failures/money.ts";
import { REPLY } from "./failures/reply.ts";
import type { Rows, Wording } from "./failures/rows.ts";
import { WORDS } from "./failures/words.ts";
import { visibleLine } from "./visible.ts";

/** A row for every failure there is, by theme: one that is missing does not compile. */
const CATALOGUE: Rows<Failure["kind"]> = {
  ...WORDS,
  ...CHECK,
  ...MODEL,
  ...MONEY,
  ...REPLY,
  ...APPROVAL,
  ...MACHINE,
};

/** Title, help line and exit code of a failure, every inserted text made visible. */
export function wordFailure(failure: Failure): Wording {
  const row = CATALOGUE[failure.kind] as (failure: Failure) => Wording;
  const { title, help, exitCode } = row(failure);
  return { title: title.split("\n").map(visibleLine).join("\n"), help: visibleLine(help), exitCode };
}
