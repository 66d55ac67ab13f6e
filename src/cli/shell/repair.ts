import { createRedactor } from "../../sample/redact/create-redactor.ts";
import { findKnownSecrets } from "../../sample/redact/known-secrets.ts";
import type { Collaborators } from "../../session/collaborators.ts";
import type { ToRepair } from "../../shell/app/collaborators.ts";

/** The end of what a run said, which is where its error stands. */
const ERROR_UNITS_MOST = 2000;
const ERROR_NAME = /\b(?:Type|Range|Reference|Syntax)?Error\b/;
const PLACE = /\(?\bat line \d+(?:, column \d+)?\)?/;

/** The session's collaborators, with a first draft that mends code that was run and failed. */
export function repairing(collaborators: Collaborators, { code, error }: ToRepair): Collaborators {
  const { model, hasConsent } = collaborators;
  return {
    ...collaborators,
    async *draft(request) {
      const maySend = model === null || model.loopback || hasConsent(model.host);
      const diagnostics = `It ran and failed:\n${maySend ? await redacted(error) : withoutData(error)}`;
      return yield* collaborators.draft({ ...request, previous: request.previous ?? { code, diagnostics } });
    },
    decide(question) {
      const isFirst = question.kind === "approve" && question.previous === undefined;
      return collaborators.decide(isFirst ? { ...question, previous: code } : question);
    },
  };
}

/** As a sample is: an error often quotes the data. */
async function redacted(error: string): Promise<string> {
  const end = error.slice(-ERROR_UNITS_MOST);
  return createRedactor({ known: await findKnownSecrets(end) }).text(end);
}

/** Where no value of the data may be sent: what kind of error it was and where. */
function withoutData(error: string): string {
  const said = [ERROR_NAME.exec(error)?.[0] ?? "an error", PLACE.exec(error)?.[0] ?? ""];
  return said.filter(Boolean).join(" ");
}
