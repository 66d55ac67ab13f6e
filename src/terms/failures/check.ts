import { EXIT } from "../exit-code.ts";
import { count } from "./phrases.ts";
import type { Rows } from "./rows.ts";

/** What the stages refuse, and what cannot be granted. */
export const CHECK: Rows<
  | "refused"
  | "capability-refused"
  | "grant-unusable"
  | "types-failed"
  | "examples-failed"
  | "stage-not-run"
  | "type-checker-missing"
> = {
  refused: ({ what, findings }) => ({
    title: `the check refused ${what}: ${count(findings, "finding")}`,
    help: "the findings say what to write instead; say the directive in other words",
    exitCode: EXIT.refused,
  }),
  "capability-refused": ({ capability, why, help }) => ({
    title: `the snippet asks for ${capability}, which cannot be granted: ${why}`,
    help,
    exitCode: EXIT.refused,
  }),
  "grant-unusable": ({ capability, detail }) => ({
    title: `cannot grant ${capability}: ${detail}`,
    help: "put the file where it was approved, or approve the path that is meant",
    exitCode: EXIT.usage,
  }),
  "types-failed": ({ what, findings }) => ({
    title: `${what} does not pass the type check (${count(findings, "finding")}), and --yes approves nothing that failed a stage`,
    help: "run it without --yes on a terminal to look at it and decide",
    exitCode: EXIT.refused,
  }),
  "examples-failed": ({ what, stage, detail }) => ({
    title: `${what} failed the ${stage} stage (${detail}), and --yes approves nothing that failed a stage`,
    help: "run it without --yes on a terminal to look at it and decide",
    exitCode: EXIT.examplesFailed,
  }),
  "stage-not-run": ({ what, stage, detail }) => ({
    title: `${what} was not held against what --yes is to go by: the ${stage} stage did not run (${detail})`,
    help: "run it without --yes on a terminal to look at it and decide, or ask for less of it",
    exitCode: EXIT.examplesFailed,
  }),
  "type-checker-missing": ({ detail }) => ({
    title: `cannot check the types: ${detail}`,
    help: "install writ again; the `typescript` package brings the type checker",
    exitCode: EXIT.refused,
  }),
};
