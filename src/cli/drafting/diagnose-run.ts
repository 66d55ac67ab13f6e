import { createRedactor } from "../../sample/redact/create-redactor.ts";
import { findKnownSecrets } from "../../sample/redact/known-secrets.ts";

/** The end of what a run said, which is where its error stands. */
const ERROR_UNITS_MOST = 2000;
const ERROR_NAME = /\b(?:Type|Range|Reference|Syntax)?Error\b/;
const PLACE = /\(?\bat line \d+(?:, column \d+)?\)?/;

/**
 * What a model may know of a run that failed, redacted as a sample is: an error often quotes the data. Where no
 * value of the data may be sent it is what kind of error it was and where.
 */
export async function diagnoseRun(error: string, data: "may-be-sent" | "stays-here"): Promise<string> {
  if (data === "stays-here") return withoutData(error);
  const end = error.slice(-ERROR_UNITS_MOST);
  return createRedactor({ known: await findKnownSecrets(end) }).text(end);
}

/** Text that holds data as a model may have it; null where no value of the data may be sent. */
export async function redacted(text: string, data: "may-be-sent" | "stays-here"): Promise<string | null> {
  if (data === "stays-here") return null;
  return createRedactor({ known: await findKnownSecrets(text) }).text(text);
}

function withoutData(error: string): string {
  const said = [ERROR_NAME.exec(error)?.[0] ?? "an error", PLACE.exec(error)?.[0] ?? ""];
  return said.filter(Boolean).join(" ");
}
