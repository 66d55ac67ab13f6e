import type { DraftPart } from "../../session/collaborators.ts";
import type { Drafted } from "../../terms/draft.ts";
import type { Meter } from "./meter.ts";

type Drafting = AsyncGenerator<DraftPart, Drafted, void>;

/** Pass a draft on, with what each of its requests took as a part of its own: also where it comes to nothing. */
export async function* spending(drafting: Drafting, meter: Meter): Drafting {
  try {
    for (;;) {
      const { value, done } = await drafting.next();
      yield* spent(meter);
      if (done) return value;
      yield value;
    }
  } catch (error) {
    yield* spent(meter);
    throw error;
  } finally {
    await drafting.return(undefined as never);
  }
}

function* spent(meter: Meter): Generator<DraftPart, void, void> {
  for (const request of meter.take()) yield { type: "spent", request };
}
