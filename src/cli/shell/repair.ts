import type { Collaborators, Previous } from "../../session/collaborators.ts";
import type { ToRepair } from "../../shell/app/collaborators.ts";
import { diagnoseRun } from "../drafting/diagnose-run.ts";

/** The session's collaborators, with a first draft that mends code that was run and failed. */
export function repairing(collaborators: Collaborators, { code, error }: ToRepair): Collaborators {
  const { model, hasConsent } = collaborators;
  return {
    ...collaborators,
    async *draft(request) {
      const maySend = model === null || model.loopback || hasConsent(model.host);
      const diagnosis = await diagnoseRun(error, maySend ? "may-be-sent" : "stays-here");
      const first = { code, diagnostics: `It ran and failed:\n${diagnosis}` };
      return yield* collaborators.draft({ ...request, previous: after(first, request.previous) });
    },
    decide(question) {
      const isFirst = question.kind === "approve" && question.previous === undefined;
      return collaborators.decide(isFirst ? { ...question, previous: code } : question);
    },
  };
}

/** What is to be mended comes before a reply that held no draft; a later draft takes its place. */
function after(first: Previous, previous: Previous | undefined): Previous {
  if (previous === undefined) return first;
  if (!("reply" in previous)) return previous;
  return { ...previous, before: after(first, previous.before) };
}
