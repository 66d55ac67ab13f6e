import { EXIT } from "../exit-code.ts";
import type { LocalModel, ModelWait } from "../failure.ts";
import { formatMs } from "../limit.ts";
import { refusalHelp, refusalWords } from "./http-status.ts";
import type { Rows } from "./rows.ts";

const CONFIGURE =
  "to use a model: export OPENAI_BASE_URL=http://127.0.0.1:11434/v1 WRIT_MODEL=NAME (or OPENAI_API_KEY for a hosted one)";

/** A model that is not there, or whose server does not answer. */
export const MODEL: Rows<
  | "no-model"
  | "unsure-match"
  | "no-key"
  | "key-command-failed"
  | "model-unreachable"
  | "model-refused"
  | "model-unknown"
  | "model-slow"
> = {
  "no-model": ({ nearest, local }) => ({
    title: `no model is configured, and no command here fits the directive${nearestText(nearest)}`,
    help: configureText(local),
    exitCode: EXIT.model,
  }),
  "unsure-match": ({ nearest, local }) => ({
    title: `no model is configured, and no command fits the directive well enough${nearestText(nearest)}`,
    help: `name one with \`writ run NAME\`, or ${configureText(local)}`,
    exitCode: EXIT.model,
  }),
  "no-key": ({ host, variable }) => ({
    title: `cannot ask the model at ${host}: it needs a key and none is set`,
    help: `export ${variable}=…`,
    exitCode: EXIT.model,
  }),
  "key-command-failed": ({ detail }) => ({
    title: `cannot get the key of the model from model.key_command: ${detail}`,
    help: "try the command by itself; it must print the key and nothing else: see `writ config model.key_command`",
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
};

const RAISE = "DURATION`, or choose another model with -m";

const SLOW: Record<ModelWait, { title(host: string): string; help: string }> = {
  connect: {
    title: (host) => `cannot reach the model at ${host}: no connection after`,
    help: "check OPENAI_BASE_URL, the network and that the server runs",
  },
  list: {
    title: (host) => `the server at ${host} did not list its models within`,
    help: "check OPENAI_BASE_URL, and what else the server is doing",
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

function configureText(local: LocalModel | undefined): string {
  if (local === undefined) return CONFIGURE;
  const { preset, host, model } = local;
  return `${preset} answers at ${host} on this machine; to use it: writ config model ${preset} && writ config model '${model}'`;
}

function afterAttempts(attempts: number | undefined): string {
  return attempts === undefined || attempts < 2 ? "" : `, after ${attempts} attempts`;
}

const NAMES_MOST = 5;

function namesText(names: readonly string[]): string {
  const more = names.length - NAMES_MOST;
  return `${names.slice(0, NAMES_MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function nearestText(nearest: readonly { name: string; description: string }[]): string {
  if (nearest.length === 0) return "";
  return `; the nearest:\n${nearest.map(({ name, description }) => `  ${name} - ${description}`).join("\n")}`;
}
