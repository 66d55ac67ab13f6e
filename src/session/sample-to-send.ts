import type { UnstampedEvent } from "../terms/event.ts";
import { type Sample, samplesOf } from "../terms/sample.ts";
import type { Collaborators } from "./collaborators.ts";
import type { AskSettings } from "./settings.ts";

/**
 * The sample as the model may see it. Before values leave this machine the user is asked, once per host;
 * a no, no terminal, or `--no-sample` sends field names and types only.
 */
export async function* sampleToSend(
  settings: Pick<AskSettings, "noSample" | "yes">,
  with_: Collaborators,
  sample: Sample | null,
): AsyncGenerator<UnstampedEvent, Sample | null, void> {
  const model = with_.model;
  if (!sample || !model) return sample;
  if (settings.noSample) return with_.withoutValues(sample);
  if (model.loopback || with_.hasConsent(model.host)) return sample;
  const sent = samplesOf(sample);
  const answer = await with_.decide({
    kind: "consent",
    host: model.host,
    records: sent.reduce((count, { records }) => count + records.length, 0),
    bytes: Buffer.byteLength(
      JSON.stringify(sent.map(({ records, fields }) => [records, fields.map(({ values }) => values)])),
    ),
    replaced: sample.replaced,
  });
  yield { type: "decided", question: "consent", answer };
  if (answer.kind === "no") return with_.withoutValues(sample);
  with_.storeConsent(model.host);
  return sample;
}
