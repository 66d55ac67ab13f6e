/** What a command may be called: it becomes a file name and a word on the command line. */
const COMMAND_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

export function isCommandName(name: string): boolean {
  return COMMAND_NAME.test(name);
}

/** {@link isCommandName} in words: completes "a name is …". */
export const COMMAND_NAME_RULE = "1 to 64 lower-case letters, digits and hyphens, a letter or digit first";
