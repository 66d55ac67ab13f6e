import type { CommandRow } from "../context.ts";

/** Every subcommand there is, in the order of `writ --help`. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: "ask",
    usage: 'ask "DIRECTIVE" [FILE…]',
    summary: 'draft, show, ask, run; the same as writ "DIRECTIVE"',
    load: () => import("./ask.ts"),
  },
  {
    name: "run",
    usage: "run NAME [options] [FILE…]",
    summary: "run a kept command: no model, no network, no question",
    load: () => import("./run.ts"),
  },
  {
    name: "save",
    usage: "save NAME",
    summary: "keep what was approved last from this terminal as a command",
    load: () => import("./save.ts"),
  },
  { name: "list", usage: "list", summary: "the commands there are", load: () => import("./list.ts") },
  {
    name: "show",
    usage: "show NAME",
    summary: "a command's directive, options and code",
    load: () => import("./show.ts"),
  },
  {
    name: "edit",
    usage: "edit NAME",
    summary: "change a command of yours in your editor",
    load: () => import("./edit.ts"),
  },
  {
    name: "rename",
    usage: "rename OLD NEW",
    summary: "give a command of yours another name",
    load: () => import("./rename.ts"),
  },
  {
    name: "remove",
    usage: "remove NAME",
    summary: "remove a command of yours; its files are put aside",
    load: () => import("./remove.ts"),
  },
  {
    name: "approve",
    usage: "approve NAME",
    summary: "look at a command and approve it, without a run",
    load: () => import("./approve.ts"),
  },
  {
    name: "revoke",
    usage: "revoke NAME",
    summary: "take back a command's approvals: its next run asks",
    load: () => import("./revoke.ts"),
  },
  {
    name: "approvals",
    usage: "approvals",
    summary: "what you approved, newest first",
    load: () => import("./approvals.ts"),
  },
  {
    name: "test",
    usage: "test [NAME…]",
    summary: "run the examples of commands, sealed; no model",
    load: () => import("./test.ts"),
  },
  {
    name: "verify",
    usage: "verify [NAME…]",
    summary: "hashes, check, types and examples of commands; no model",
    load: () => import("./verify.ts"),
  },
  {
    name: "check",
    usage: "check FILE…",
    summary: "the static check on any file; runs nothing",
    load: () => import("./check.ts"),
  },
  {
    name: "history",
    usage: "history",
    summary: "the directives you asked for, and how each ended",
    load: () => import("./history.ts"),
  },
  {
    name: "stats",
    usage: "stats [NAME]",
    summary: "what drafting took, the runs since, and what asking each time would have",
    load: () => import("./stats.ts"),
  },
  {
    name: "config",
    usage: "config [KEY [VALUE]]",
    summary: "your settings: what holds, and where it comes from",
    load: () => import("./config.ts"),
  },
  {
    name: "doctor",
    usage: "doctor",
    summary: "what this machine and installation offer, and what is missing",
    load: () => import("./doctor.ts"),
  },
];
