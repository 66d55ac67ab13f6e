import { storeApproval } from "../../keep/approvals.ts";
import { hasConsent, storeConsent } from "../../keep/consents.ts";
import { storeLast, terminalKey } from "../../keep/last-approved.ts";
import { listNames } from "../../keep/locate-command.ts";
import { statePaths } from "../../keep/places.ts";
import { saveCommand } from "../../keep/save-command.ts";
import { openSpool } from "../../keep/spool.ts";
import { withoutValues } from "../../sample/without-values.ts";
import type { Collaborators } from "../../session/collaborators.ts";
import { toArgv } from "../../terms/argv.ts";
import { formatBytes } from "../../terms/limit.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { Asked } from "../arguments/ask-flags.ts";
import { howRead, keptReading } from "../arguments/reading-flags.ts";
import { howWritten } from "../arguments/writing-flags.ts";
import type { Faces } from "../faces/faces.ts";
import { tell } from "../faces/print.ts";
import { readAllowFlags } from "../grants/allow-flags.ts";
import { ownPlaces } from "../grants/own-places.ts";
import { settleGrants } from "../grants/settle-grants.ts";
import { chooseInputs, type Heads } from "../input/input.ts";
import { lookAtInputs, type SeenInput } from "../input/look-at-inputs.ts";
import { repeatableInputs } from "../input/repeatable-inputs.ts";
import { readDeclarations } from "../installation.ts";
import { prepare } from "../kept/execute.ts";
import { type Watched, watchWritten } from "../kept/written.ts";
import { workingFolder } from "../places.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { readOutput } from "../settings/config.ts";
import { approvalOf, draftToKeep } from "./approved-draft.ts";
import { candidates } from "./candidates.ts";
import { diagnoseRun, redacted } from "./diagnose-run.ts";
import { findEndpoint } from "./find-endpoint.ts";
import { fitExample } from "./fit-example.ts";
import { localModel } from "./local-model.ts";
import { createMeter } from "./meter.ts";
import { modelTerms } from "./model-terms.ts";
import { redactExamples } from "./redact-examples.ts";
import { spending } from "./spending.ts";
import { typeStage } from "./type-stage.ts";
import { withKey } from "./with-key.ts";

/**
 * Everything the session works with, wired to the real disk, terminal, model and engine. What is heavy and
 * may not be needed (the check, the matcher, the model's client) is loaded when it is.
 */
export async function askCollaborators(asked: Asked & { readonly faces: Faces }): Promise<Collaborators> {
  const { directive, files, flags, context, faces } = asked;
  const { places, signal } = context;
  const [cwd, own] = [workingFolder(), ownPlaces(places)];
  const typed = readAllowFlags(flags, { cwd, own, command: "ask" });
  const endpoint = await findEndpoint(asked);
  const chosen = asked.inputs ?? chooseInputs({ files, noInput: !flags.input, fromTerminal: false });
  const repeatable =
    asked.offersRepair && endpoint !== null
      ? repeatableInputs(chosen, () => openSpool(statePaths(places.state).spools))
      : null;
  const inputs = repeatable?.inputs ?? chosen;
  const { parameters, ...terms } = await modelTerms(asked, endpoint);
  const meter = createMeter({ ...terms, nowMs: () => performance.now() });
  let watched: Watched | null = null;
  let heads: Heads | undefined;
  const reading = keptReading(flags);
  let seen: readonly SeenInput[] = [];
  let how = { ...howRead(flags), ...howWritten(flags) };

  const mayHaveSamples = () =>
    endpoint !== null && hasConsent(places.state, new URL(endpoint.baseURL).origin);

  const outputSchema = asked.outputSchema ?? null;
  const runData = () =>
    flags.sample && endpoint !== null && (endpoint.loopback || mayHaveSamples())
      ? "may-be-sent"
      : "stays-here";

  return {
    now: () => new Date(),
    async sample() {
      const [first, ...others] = inputs;
      if (!first) return null;
      const looked = await lookAtInputs([first, ...others], { how, signal });
      const { sample } = looked;
      heads = looked.heads;
      seen = looked.seen;
      // What was shown is what is read: the child does not decide again on fewer bytes.
      if (others.length === 0) how = { ...how, from: sample.format };
      return sample;
    },
    withoutValues,
    model: endpoint && { name: endpoint.model, host: endpoint.host, loopback: endpoint.loopback },
    // By scheme and port too: a yes to a host over TLS is none to the same name in the clear.
    hasConsent: mayHaveSamples,
    storeConsent: () => endpoint && storeConsent(places.state, new URL(endpoint.baseURL).origin),
    async *draft({ directive, sample, previous, ...given }) {
      const [{ buildPrompt }, { previousCode }, { draftWithModel }, { streamReply }, { patienceOf }, config] =
        await Promise.all([
          import("../../draft/prompt/build-prompt.ts"),
          import("../../draft/prompt/improve.ts"),
          import("../../draft/draft-with-model.ts"),
          import("../../draft/models/openai-compatible.ts"),
          import("./patience.ts"),
          context.config(),
        ]);
      const declarations = readDeclarations();
      const examples = await redactExamples(given.examples);
      const messages = buildPrompt({
        ...{ directive, sample, declarations, examples },
        ...(previous ? { previous } : {}),
      });
      const patience = patienceOf(config);
      const stream = meter.count(streamReply);
      const request = {
        directive,
        endpoint: await withKey(endpoint!, context),
        messages,
        previous: previousCode(previous),
        signal,
        patience,
        parameters,
        stream,
      };
      return yield* spending(draftWithModel(request), meter);
    },
    async match(sample) {
      const { CONFIDENCE_BAR, matchLibrary } = await import("../../draft/match/match-library.ts");
      const commands = await candidates(places);
      const matches = matchLibrary({ directive, sample, commands });
      const fits = (matches[0]?.confidence ?? 0) >= CONFIDENCE_BAR;
      return { matches, bar: CONFIDENCE_BAR, local: fits ? undefined : await localModel(signal) };
    },
    async check(code) {
      const { checkCode } = await import("../check/check-code.ts");
      return checkCode(code, { signal, resident: asked.resident });
    },
    grant: (capabilities, draft) =>
      settleGrants({ asked: capabilities, typed, requested: draft.requested ?? [], cwd, own }),
    types: (code, sample) => typeStage({ code, sample, signal, resident: asked.resident }),
    async trial(runnable) {
      const { trialStage } = await import("./trial-stage.ts");
      const diagnose = (said: string) => diagnoseRun(said, runData());
      const sendable = (text: string) => redacted(text, runData());
      return trialStage({
        ...{ runnable, seen, inputs: inputs.length, how, context, outputSchema },
        ...{ diagnose, sendable },
      });
    },
    async examples(runnable, examples) {
      const { examplesStage } = await import("./examples-stage.ts");
      return examplesStage({
        runnable,
        examples,
        reading,
        context,
        diagnose: (said) => redacted(said, runData()),
      });
    },
    async explain(code, runnable) {
      const { explainDraft } = await import("./explain-draft.ts");
      return explainDraft({ code, runnable, seen, inputs: inputs.length, how, context });
    },
    sendable: (text) => redacted(text, runData()),
    fitExample,
    decide: faces.decide,
    inputNames: inputs.map(({ name }) => name),
    takenNames: () => listNames(places).flatMap(({ origin, name }) => (origin === "project" ? [] : [name])),
    approve(approved, sample) {
      storeApproval(places.state, approvalOf(approved));
      storeLast(places.state, terminalKey(), draftToKeep(approved, sample, reading));
    },
    save(name, approved, sample, options) {
      const last = draftToKeep(approved, sample, reading);
      return saveCommand({ places, name, last, project: false, at: new Date().toISOString(), ...options });
    },
    async prepare(approved) {
      const prepared = prepare(places, {
        code: approved,
        inputs,
        heads,
        argv: toArgv(approved.schema, approved.draft.values),
        limits: approved.limits.run,
        reached: (await sandboxLevel(context)).reached,
        output: flags.output ?? (await readOutput(places.config)) ?? "auto",
        how,
        ...(flags.quiet ? { quiet: true } : {}),
        progress: flags.quiet || flags.events !== undefined ? "none" : "terminal",
        ...(asked.into ? { into: asked.into } : {}),
      });
      return {
        plan: prepared.plan.hash,
        async run() {
          // Fed once: the next run reads a stream from its start again.
          heads = undefined;
          watched ??= watchWritten();
          const stale = watched.bytes();
          const outcome = await prepared.run(signal);
          if (stale > 0 && outcome.kind === "done" && flags.events !== "-") tell(wordStale(stale));
          return outcome;
        },
      };
    },
    rerun: repeatable && {
      lost: repeatable.lost,
      written: () => watched?.written() ?? "nothing",
      diagnose(outcome) {
        const { sentence } = wordOutcome(outcome);
        if (outcome.kind === "limit") return Promise.resolve(sentence);
        return diagnoseRun(sentence, runData());
      },
    },
  };
}

/** A file on stdout may be another program's too: it is not cut back. */
function wordStale(bytes: number): string {
  return `stdout has ${formatBytes(bytes)} of the failed run before this result: run it again into a new file, or cut them off`;
}
