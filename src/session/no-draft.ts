import type { Undrafted } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { visibleLine } from "../terms/visible.ts";
import type { Model, Previous } from "./collaborators.ts";
import type { Asking, Step } from "./step.ts";

/** One round with a model. `previous`: what it is asked to improve on. */
export interface Round {
  readonly directive: string;
  readonly previous?: Previous;
}

/** How often a model was asked for one draft, and how often it may be. */
export interface Attempts {
  made: number;
  readonly most: number;
}

/** A question is read by a person, and becomes part of the directive. */
const QUESTION_CHARS_MOST = 600;

/**
 * The round after a reply without a draft: with the user's answer to a question, or with what was wrong. Throws
 * `model-declined`, `model-asks` or `model-unusable` where there is none: never twice for the same trouble.
 */
export async function* roundAfter(
  round: Round,
  reply: Undrafted,
  attempts: Attempts,
  asking: Asking,
): Step<Round> {
  const model = asking.with_.model!;
  switch (reply.kind) {
    case "question":
      return yield* answered(round, reply, attempts, asking);
    case "refusal":
      throw new WritError({
        kind: "model-declined",
        host: model.host,
        by: "model",
        detail: reply.excerpt || "it gave no reason",
      });
    case "hopeless":
      throw unusable(reply, model);
    case "unusable": {
      const isKnown = round.previous !== undefined && "problem" in round.previous;
      const isSame = isKnown && round.previous.problem === reply.problem;
      if (isSame || attempts.made >= attempts.most) throw unusable(reply, model);
      const { problem, text } = reply;
      yield { type: "repairing", attempt: attempts.made, most: attempts.most - 1, reason: problem };
      return { ...round, previous: { reply: text, problem, ...beforeOf(round) } };
    }
  }
}

/** What was wrong with an earlier reply is not told again. */
function beforeOf({ previous }: Round): { readonly before?: Previous } {
  if (previous === undefined) return {};
  if (!("reply" in previous)) return { before: previous };
  return previous.before ? { before: previous.before } : {};
}

async function* answered(
  round: Round,
  { text }: Undrafted,
  attempts: Attempts,
  { settings, with_ }: Asking,
): Step<Round> {
  const { host, name: model } = with_.model!;
  const question = text.trim().slice(0, QUESTION_CHARS_MOST);
  const unanswered = (why: "no-terminal" | "declined" | "too-often") =>
    new WritError({ kind: "model-asks", host, question: visibleLine(question.replace(/\s+/g, " ")), why });
  if (settings.yes) throw unanswered("no-terminal");
  if (attempts.made >= attempts.most) throw unanswered("too-often");
  const answer = await with_.decide({ kind: "answer", model, host, question });
  yield { type: "decided", question: "answer", answer };
  if (answer.kind !== "answer") {
    throw unanswered(answer.kind === "no" && answer.reason === "no-terminal" ? "no-terminal" : "declined");
  }
  const said = `Asked: ${question.replace(/\s+/g, " ")}\nAnswer: ${answer.words}`;
  return { ...round, directive: `${round.directive}\n\n${said}` };
}

function unusable({ problem, excerpt }: Undrafted, { host }: Model): WritError {
  const detail = excerpt === "" ? problem : `${problem}. It begins: ${excerpt}`;
  return new WritError({ kind: "model-unusable", host, detail });
}
