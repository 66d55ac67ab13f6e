import { EXIT } from "../exit-code.ts";
import type { Rows } from "./rows.ts";

/** What was typed or configured. */
export const WORDS: Rows<"usage" | "configuration" | "no-such-command" | "name-taken" | "nothing-to-save"> = {
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
  "no-such-command": ({ name, near }) => ({
    title: `there is no command ${JSON.stringify(name)}`,
    help: near.length > 0 ? `the nearest: ${near.join(", ")}` : "`writ list` shows what there is",
    exitCode: EXIT.noSuchCommand,
  }),
  "name-taken": ({ name, origin }) => ({
    title: `cannot save as ${JSON.stringify(name)}: there is such a command already (${origin})`,
    help:
      origin === "shipped"
        ? "choose another name"
        : `choose another name; \`writ edit ${name}\` changes that one, \`writ remove ${name}\` puts it aside`,
    exitCode: EXIT.usage,
  }),
  "nothing-to-save": ({ because }) => ({
    title: `there is nothing to save: ${NOTHING_TO_SAVE[because]}`,
    help: 'approve one first: writ "DIRECTIVE" FILE; or save at once with --save NAME',
    exitCode: EXIT.usage,
  }),
};

const NOTHING_TO_SAVE = {
  "none-yet": "no directive was approved from this terminal yet",
  "taken-back": "the approval of what was approved last from this terminal was taken back",
} as const;
