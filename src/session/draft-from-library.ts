import type { Draft } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import type { Matched } from "./collaborators.ts";
import type { AskSettings } from "./settings.ts";

const NEAREST = 3;

/**
 * Without a model: the best match as the draft, named as what it is. Below the bar nothing is offered: a
 * wrong command offered as right is worse than none. Throws `unsure-match` under `--yes`, else `no-model`.
 */
export function draftFromLibrary(
  settings: Pick<AskSettings, "directive" | "yes">,
  { matches, bar, local }: Matched,
): Draft {
  const best = matches[0];
  if (!best || best.confidence < bar) {
    const nearest = matches.slice(0, NEAREST).map(({ command }) => ({
      name: command.name,
      description: command.description,
    }));
    const kind = settings.yes && nearest.length > 0 ? "unsure-match" : "no-model";
    throw new WritError({ kind, nearest, ...(local ? { local } : {}) });
  }
  const { command, why, values } = best;
  return {
    directive: settings.directive,
    code: command.code,
    origin: { kind: "library", name: command.name, origin: command.origin, why },
    values: { ...command.values, ...values },
    ...(command.capabilities?.length ? { requested: command.capabilities } : {}),
  };
}
