import type { Draft } from "../terms/draft.ts";
import { executing } from "./executing.ts";
import { judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import type { Asking, Step } from "./step.ts";

/**
 * The draft with code that the user changed by hand, judged as any other. It is never sent back to a model for
 * repair: what the user wrote stands until the user changes it.
 */
export async function* editDraft(draft: Draft, code: string, asking: Asking): Step<Judged> {
  const { usage: _, ...rest } = draft;
  const from = draft.origin.kind === "edited" ? draft.origin.from : draft.origin;
  const edited: Draft = { ...rest, code, origin: { kind: "edited", from } };
  yield { type: "drafted", draft: edited };
  // A kept command fits any input of its kind; only a draft is held against this sample's fields.
  const judged = yield* judge(
    edited,
    from.kind === "library" ? null : asking.sample,
    asking.with_,
    executing(asking),
  );
  return { ...judged, draft: withKnownOptions(judged) };
}

/** Values of options that the edited code no longer has are dropped. */
function withKnownOptions({ draft, verdict }: Judged): Draft {
  if (!verdict.accepted) return draft;
  const names = new Set(verdict.schema.options.map(({ name }) => name));
  const values = Object.fromEntries(Object.entries(draft.values).filter(([name]) => names.has(name)));
  return { ...draft, values };
}
