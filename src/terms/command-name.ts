/** What a command may be called: it becomes a file name and a word on the command line. */
const COMMAND_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

export function isCommandName(name: string): boolean {
  return COMMAND_NAME.test(name);
}

/** writ's own words: a command of such a name would read like one of them (`writ run run`). */
export const OWN_WORDS = [
  ...[
    "approvals",
    "approve",
    "ask",
    "build",
    "check",
    "completion",
    "config",
    "doctor",
    "edit",
    "help",
    "history",
    "link",
  ],
  ...[
    "list",
    "remove",
    "rename",
    "revoke",
    "run",
    "save",
    "show",
    "stats",
    "test",
    "unlink",
    "verify",
    "writ",
  ],
] as const;

/** Why a new command cannot be called this, as a clause, or null. */
export function nameTrouble(name: string): string | null {
  if (!isCommandName(name)) return `a name is ${COMMAND_NAME_RULE}`;
  return OWN_WORDS.some((word) => word === name)
    ? `${name} is a word of writ's own: choose another name`
    : null;
}

/** {@link isCommandName} in words: completes "a name is …". */
const COMMAND_NAME_RULE = "1 to 64 lower-case letters, digits and hyphens, a letter or digit first";
