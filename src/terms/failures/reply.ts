import { EXIT } from "../exit-code.ts";
import type { Rows } from "./rows.ts";

/** A model that answered, with nothing that can be used. */
export const REPLY: Rows<"model-declined" | "model-asks" | "model-unusable"> = {
  "model-declined": ({ host, by, detail }) => ({
    title:
      by === "filter"
        ? `the content filter of the model at ${host} withheld the reply: ${detail}`
        : `the model at ${host} declined to answer: ${detail}`,
    help: "say the directive in other words, send no values with --no-sample, or choose another model with -m",
    exitCode: EXIT.model,
  }),
  "model-asks": ({ host, question, why }) => ({
    title: `the model at ${host} asks, ${NOT_ANSWERED[why]}: ${question}`,
    help: "put the answer into the directive",
    exitCode: EXIT.model,
  }),
  "model-unusable": ({ host, detail }) => ({
    title: `the reply of the model at ${host} cannot be used: ${detail}`,
    help: "try again, say the directive in other words, or choose another model with -m",
    exitCode: EXIT.model,
  }),
};

const NOT_ANSWERED = {
  "no-terminal": "and nobody can be asked",
  declined: "and got no answer",
  "too-often": "and asked often enough",
} as const;
