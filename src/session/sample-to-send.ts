import type { Example } from "../terms/example.ts";
import { type Sample, samplesOf } from "../terms/sample.ts";
import type { Collaborators } from "./collaborators.ts";
import type { AskSettings } from "./settings.ts";
import type { Step } from "./step.ts";

/** What of the data a model may be shown. */
export interface Shown {
  readonly sample: Sample | null;
  readonly examples: readonly Example[];
}

/**
 * Sample and examples as the model may see them. Before values leave this machine the user is asked, once per host; a no,
 * no terminal, or `--no-sample` sends field names and types only, and no examples.
 */
export async function* sampleToSend(
  settings: Pick<AskSettings, "noSample" | "yes">,
  with_: Collaborators,
  shown: Shown,
): Step<Shown> {
  const { model } = with_;
  if (!model || (shown.sample === null && shown.examples.length === 0)) return shown;
  if (settings.noSample) return withoutValues(shown, with_);
  if (maySendValues(settings, with_)) return shown;
  const answer = await with_.decide({ kind: "consent", host: model.host, ...measure(shown) });
  yield { type: "decided", question: "consent", answer };
  if (answer.kind === "no") return withoutValues(shown, with_);
  with_.storeConsent(model.host);
  return shown;
}

/** Whether values of the data may be sent without asking now. */
export function maySendValues(
  { noSample }: Pick<AskSettings, "noSample">,
  { model, hasConsent }: Pick<Collaborators, "model" | "hasConsent">,
): boolean {
  return !noSample && model !== null && (model.loopback || hasConsent(model.host));
}

function withoutValues({ sample }: Shown, with_: Collaborators): Shown {
  return { sample: sample && with_.withoutValues(sample), examples: [] };
}

/** An example counts as a record. */
function measure({ sample, examples }: Shown) {
  const sent = sample === null ? [] : samplesOf(sample);
  const values = sent.map(({ records, fields }) => [records, fields.map((field) => field.values)]);
  return {
    records: sent.reduce((count, { records }) => count + records.length, examples.length),
    bytes: Buffer.byteLength(JSON.stringify(examples.length === 0 ? values : [values, examples])),
    replaced: sample?.replaced ?? [],
  };
}
