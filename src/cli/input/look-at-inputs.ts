import type { FormatName, HowRead } from "../../terms/format.ts";
import type { Sample } from "../../terms/sample.ts";
import { type Head, type Heads, readHead } from "./input.ts";
import type { Input } from "./named-input.ts";

/** Samples are short, and inputs may be many. */
const OTHERS_MOST = 3;

/** What was seen of the inputs, and what of streams has to be fed again. */
export interface Looked {
  readonly sample: Sample;
  readonly heads: Heads;
  /** What was read of each input that was looked at, in their order, and what it is. */
  readonly seen: readonly SeenInput[];
}

/** The beginning of one input and its format. */
export interface SeenInput {
  readonly name: string;
  readonly head: Pick<Head, "bytes" | "complete">;
  readonly format: FormatName;
}

/** A sample of the first inputs, each by its own format. A file is read again by the run; of a stream nothing is lost. Throws as readHead does. */
export async function lookAtInputs(
  inputs: readonly [Input, ...Input[]],
  { how, signal }: { readonly how: HowRead; readonly signal: AbortSignal },
): Promise<Looked> {
  const { takeSample } = await import("../../sample/take-sample.ts");
  const { withOthers } = await import("../../sample/with-others.ts");
  const [first, ...others] = inputs;
  const heads = new Map<Input, Head>();
  const seen: SeenInput[] = [];
  const lookAt = async (input: Input) => {
    const head = await readHead(input, signal);
    if (input.kind === "stream") heads.set(input, head);
    const { bytes, complete } = head;
    const sample = await takeSample({ input: input.name, head: bytes, complete, from: how.from, how });
    seen.push({ name: input.name, head: { bytes, complete }, format: sample.format });
    return sample;
  };
  const sample = await lookAt(first);
  const looked: Sample[] = [];
  for (const input of others.slice(0, OTHERS_MOST)) looked.push(await lookAt(input));
  return { sample: withOthers(sample, { count: others.length, looked }), heads, seen };
}
