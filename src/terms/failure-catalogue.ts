import { EXIT, type ExitCode, SIGNAL_EXIT } from "./exit-code.ts";
import type { Failure, ModelWait } from "./failure.ts";
import { formatMs } from "./limit.ts";
import { visibleLine } from "./visible.ts";

/** A failure as a person reads it: what could not be done, then what to do about it. */
export interface Wording {
  readonly title: string;
  readonly help: string;
  readonly exitCode: ExitCode;
}

type Catalogue = {
  readonly [K in Failure["kind"]]: (failure: Extract<Failure, { kind: K }>) => Wording;
};

const CONFIGURE =
  "to use a model: export OPENAI_BASE_URL=http://127.0.0.1:11434/v1 WRIT_MODEL=NAME (or OPENAI_API_KEY for a hosted one)";

const CATALOGUE: Catalogue = {
  usage: ({ problem, help }) => ({
    title: problem,
    help: help ?? "see `writ --help`",
    exitCode: EXIT.usage,
  }),
  configuration: ({ file, problem, line }) => ({
    title: `cannot use the configuration ${line === undefined ? file : `${file}:${line}`}: ${problem}`,
    help: "correct the file or remove it",
    exitCode: EXIT.usage,
  }),
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
  "type-checker-missing": ({ detail }) => ({
    title: `cannot check the types: ${detail}`,
    help: "install writ again; the `typescript` package brings the type checker",
    exitCode: EXIT.refused,
  }),
  "no-model": ({ nearest }) => ({
    title: `no model is configured, and no command here fits the directive${nearestText(nearest)}`,
    help: CONFIGURE,
    exitCode: EXIT.model,
  }),
  "unsure-match": ({ nearest }) => ({
    title: `no model is configured, and no command fits the directive well enough${nearestText(nearest)}`,
    help: `name one with \`writ run NAME\`, or ${CONFIGURE}`,
    exitCode: EXIT.model,
  }),
  "no-key": ({ host, variable }) => ({
    title: `cannot ask the model at ${host}: it needs a key and none is set`,
    help: `export ${variable}=…`,
    exitCode: EXIT.model,
  }),
  "model-unreachable": ({ host, detail, attempts }) => ({
    title: `cannot reach the model at ${host}${afterAttempts(attempts)}: ${detail}`,
    help: "check OPENAI_BASE_URL and that the server runs; unset it to match against kept commands instead",
    exitCode: EXIT.model,
  }),
  "model-refused": ({ host, status, detail, attempts }) => ({
    title: `the model at ${host} ${refusalWords(status)}${afterAttempts(attempts)}: ${detail}`,
    help: refusalHelp(status),
    exitCode: EXIT.model,
  }),
  "model-unknown": ({ host, model, known }) => ({
    title: `there is no model ${JSON.stringify(model)} at ${host}`,
    help: `it has ${namesText(known)}; choose one with -m or WRIT_MODEL`,
    exitCode: EXIT.model,
  }),
  "model-slow": ({ host, wait, waitedMs }) => ({
    title: `${SLOW[wait].title(host)} ${formatMs(waitedMs)}`,
    help: SLOW[wait].help,
    exitCode: EXIT.model,
  }),
  "over-budget": ({ usedTokens, nextTokens, tokensMost }) => ({
    title: `the budget of ${tokensMost} tokens is used up: ${usedTokens} are used, and the next request takes about ${nextTokens}`,
    help: "allow more with --max-tokens, or send less with --no-sample",
    exitCode: EXIT.model,
  }),
  "model-declined": ({ host, by, detail }) => ({
    title:
      by === "filter"
        ? `the content filter of the model at ${host} withheld the reply: ${detail}`
        : `the model at ${host} declined to answer: ${detail}`,
    help: "say the directive in other words, send no values with --no-sample, or choose another model with -m",
    exitCode: EXIT.model,
  }),
  "model-unusable": ({ host, detail }) => ({
    title: `the reply of the model at ${host} cannot be used: ${detail}`,
    help: "try again, say the directive in other words, or choose another model with -m",
    exitCode: EXIT.model,
  }),
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
  "not-approved": (failure) => ({ ...notApproved(failure), exitCode: EXIT.notApproved }),
  "not-confirmed": ({ what, reason, beforehand }) =>
    reason === "declined"
      ? { title: "you said no: nothing was changed", help: "", exitCode: EXIT.notApproved }
      : {
          title: `cannot ask whether to ${what}: there is no terminal, and nothing was changed`,
          help: `do it on a terminal${orBeforehand(beforehand)}`,
          exitCode: EXIT.notApproved,
        },
  "no-such-command": ({ name, near }) => ({
    title: `there is no command ${JSON.stringify(name)}`,
    help: near.length > 0 ? `the nearest: ${near.join(", ")}` : "`writ list` shows what there is",
    exitCode: EXIT.noSuchCommand,
  }),
  "name-taken": ({ name, origin }) => ({
    title: `cannot save as ${JSON.stringify(name)}: there is such a command already (${origin})`,
    help: "choose another name",
    exitCode: EXIT.usage,
  }),
  "nothing-to-save": () => ({
    title: "there is nothing to save: no directive was approved from this terminal yet",
    help: 'approve one first: writ "DIRECTIVE" FILE; or save at once with --save NAME',
    exitCode: EXIT.usage,
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

const RAISE = "DURATION`, or choose another model with -m";

const SLOW: Record<ModelWait, { title(host: string): string; help: string }> = {
  connect: {
    title: (host) => `cannot reach the model at ${host}: no connection after`,
    help: "check OPENAI_BASE_URL, the network and that the server runs",
  },
  first: {
    title: (host) => `the model at ${host} did not begin its reply within`,
    help: `wait longer with \`writ config model.wait_first ${RAISE}`,
  },
  next: {
    title: (host) => `the model at ${host} fell silent in the middle of its reply for`,
    help: `try again, wait longer with \`writ config model.wait_next ${RAISE}`,
  },
  total: {
    title: (host) => `the model at ${host} did not end its reply within`,
    help: `wait longer with \`writ config model.wait_total ${RAISE}`,
  },
};

/** What an HTTP status of a model's server means. Ranges are tried in order. */
const REFUSALS: readonly {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly help: string;
}[] = [
  { from: 401, to: 401, words: "does not accept the key", help: "check OPENAI_API_KEY" },
  { from: 402, to: 402, words: "wants to be paid first", help: "see your account there" },
  {
    from: 403,
    to: 403,
    words: "forbids this",
    help: "check what OPENAI_API_KEY may do there, and the model's name",
  },
  {
    from: 404,
    to: 404,
    words: "has nothing at this address",
    help: "check WRIT_MODEL and OPENAI_BASE_URL, which most often ends in /v1",
  },
  {
    from: 413,
    to: 413,
    words: "finds the request too large",
    help: "send less with --no-sample, or choose another model with -m",
  },
  {
    from: 429,
    to: 429,
    words: "is over its rate limit or quota",
    help: "wait a little and try again, or choose another model with -m",
  },
  {
    from: 500,
    to: 599,
    words: "failed",
    help: "the trouble is the server's: try again later, or choose another model with -m",
  },
];

function refusal(status: number) {
  return REFUSALS.find(({ from, to }) => status >= from && status <= to);
}

function refusalWords(status: number): string {
  const words = refusal(status)?.words;
  return words === undefined ? `answered ${status}` : `${words} (${status})`;
}

function refusalHelp(status: number): string {
  return refusal(status)?.help ?? "check WRIT_MODEL and OPENAI_BASE_URL";
}

function afterAttempts(attempts: number | undefined): string {
  return attempts === undefined || attempts < 2 ? "" : `, after ${attempts} attempts`;
}

const NAMES_MOST = 5;

function namesText(names: readonly string[]): string {
  const more = names.length - NAMES_MOST;
  return `${names.slice(0, NAMES_MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Title, help line and exit code of a failure, every inserted text made visible. */
export function wordFailure(failure: Failure): Wording {
  const row = CATALOGUE[failure.kind] as (failure: Failure) => Wording;
  const { title, help, exitCode } = row(failure);
  return { title: title.split("\n").map(visibleLine).join("\n"), help: visibleLine(help), exitCode };
}

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

function nearestText(nearest: readonly { name: string; description: string }[]): string {
  if (nearest.length === 0) return "";
  return `; the nearest:\n${nearest.map(({ name, description }) => `  ${name} - ${description}`).join("\n")}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
