import { EXIT } from "../exit-code.ts";
import type { Failure } from "../failure.ts";
import type { Rows } from "./rows.ts";

/** A yes that is missing. */
export const APPROVAL: Rows<"not-approved" | "not-confirmed"> = {
  "not-approved": (failure) => ({ ...notApproved(failure), exitCode: EXIT.notApproved }),
  "not-confirmed": ({ what, reason, beforehand }) =>
    reason === "declined"
      ? { title: "you said no: nothing was changed", help: "", exitCode: EXIT.notApproved }
      : {
          title: `cannot ask whether to ${what}: there is no terminal, and nothing was changed`,
          help: `do it on a terminal${orBeforehand(beforehand)}`,
          exitCode: EXIT.notApproved,
        },
};

function notApproved(failure: Extract<Failure, { kind: "not-approved" }>): { title: string; help: string } {
  const { what, reason, detail, beforehand } = failure;
  switch (reason) {
    case "declined":
      return { title: `${what} was not approved: nothing ran`, help: "" };
    case "no-terminal":
      return {
        title: `${what} is not approved, and there is no terminal to ask on: nothing ran`,
        help: `do it on a terminal, to look at it and decide${orBeforehand(beforehand)}`,
      };
    case "changed":
      return {
        title: `${what} changed since it was approved${detail ? ` (${detail})` : ""}: nothing ran`,
        help: "run it on a terminal to look at the change and approve it",
      };
    case "level":
      return {
        title: `${what} requires a stronger sandbox than this machine reaches${detail ? ` (${detail})` : ""}`,
        help: "see `writ doctor`",
      };
  }
}

function orBeforehand(beforehand: string | undefined): string {
  return beforehand === undefined ? "" : `, or say yes beforehand with ${beforehand}`;
}
