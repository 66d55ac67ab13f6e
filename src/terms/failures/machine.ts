import { EXIT, SIGNAL_EXIT } from "../exit-code.ts";
import type { Rows } from "./rows.ts";

/** Files, the engine, the output: what this machine does not give. */
export const MACHINE: Rows<
  | "input-missing"
  | "input-malformed"
  | "state-unusable"
  | "engine-missing"
  | "engine-changed"
  | "output-unwritable"
  | "interrupted"
> = {
  "input-missing": ({ input, detail }) => ({
    title: `cannot read ${JSON.stringify(input)}: ${detail}`,
    help: "name a file that can be read, or pipe the data in",
    exitCode: EXIT.noInput,
  }),
  "input-malformed": ({ detail }) => ({
    title: detail,
    help: "mend the input, or name its format with --from",
    exitCode: EXIT.malformed,
  }),
  "state-unusable": ({ path, detail }) => ({
    title: `cannot use ${path}: ${detail}`,
    help: "mend its owner and permissions, or name another folder with XDG_STATE_HOME or XDG_DATA_HOME",
    exitCode: EXIT.notApproved,
  }),
  "engine-missing": ({ detail }) => ({
    title: `the engine that runs snippets is missing: ${detail}`,
    help: "install writ again with optional dependencies (npm ci, without --omit=optional)",
    exitCode: EXIT.sealingFailed,
  }),
  "engine-changed": ({ path, found, recorded }) => ({
    title: `the engine is not the one that came with writ: ${path} has the sha256 ${found.slice(0, 16)}…, and it was ${recorded.slice(0, 16)}…`,
    help: "install writ again (npm ci, or npm install with the package's name): nothing runs in an engine that nobody vouches for",
    exitCode: EXIT.sealingFailed,
  }),
  "output-unwritable": ({ detail }) => ({
    title: `cannot write the result: ${detail}`,
    help: "free space or choose another place; what was written before is incomplete",
    exitCode: EXIT.snippetFailed,
  }),
  interrupted: ({ signal }) => ({
    title: signal === "SIGINT" ? "interrupted" : `ended by ${signal}`,
    help: "",
    exitCode: SIGNAL_EXIT[signal],
  }),
};
