/** What tells programs which terminal they are on: the pane is another than the one around it. */
const OF_THE_TERMINAL = [
  "TERM_PROGRAM",
  "TERM_PROGRAM_VERSION",
  "TERMCAP",
  "COLUMNS",
  "LINES",
  "VTE_VERSION",
];

/** The user's environment, with the pane as the terminal, which has no more colours than the one around it. */
export function programEnvironment(env: NodeJS.ProcessEnv, colorDepth: number): NodeJS.ProcessEnv {
  const inherited = Object.entries(env).filter(([name]) => !OF_THE_TERMINAL.includes(name));
  const { COLORTERM, ...rest } = Object.fromEntries(inherited);
  return {
    ...rest,
    TERM: colorDepth >= 8 ? "xterm-256color" : "xterm",
    ...(colorDepth >= 24 && { COLORTERM: COLORTERM ?? "truecolor" }),
  };
}
