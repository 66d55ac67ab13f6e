import { COMMANDS } from "../commands/index.ts";

/** `writ --help`: what it is, how it is used, one example of each kind. */
export function helpText(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  const commands = COMMANDS.map(({ usage, summary }) => `  writ ${usage.padEnd(width)}  ${summary}`);
  return `writ: say what you want done with some data, read the program, approve it, keep it.

  writ                       open the shell, a place to work in (on a terminal)
  writ "DIRECTIVE" [FILE…]   draft a program, show it, ask, run it; FILEs or stdin are the input

${commands.join("\n")}

Examples:
  writ "the ten most frequent addresses" access.log
  cat access.log | writ "requests slower than a second" --save slow-requests
  tail -f access.log | writ run slow-requests | head
  writ run top-values --field status -n 5 access.log

Nothing runs before you say yes on the terminal (or --yes, when every check passes).
stdout is the result and nothing else. \`writ COMMAND --help\` tells more.

Exit codes: 0 done, 1 the snippet failed, 2 usage, 3 refused by the check, 4 model trouble, 65 input
malformed, 66 input missing, 70 bug, 124 time or CPU limit, 125 sandbox failed, 126 not approved,
127 no such command, 129 hangup, 130 interrupted, 137 memory limit, 143 terminated, 153 output or
records limit.
`;
}
