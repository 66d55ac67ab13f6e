/** One slash command. `words` is how many words it takes: at least and at most. */
export interface SlashRow {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly words: { readonly least: number; readonly most: number };
}

/** The commands of the shell itself, in the order of /help. */
export const SLASH_COMMANDS = [
  { name: "help", usage: "/help", summary: "what can be typed here", words: { least: 0, most: 0 } },
  { name: "keys", usage: "/keys", summary: "every key and what it does", words: { least: 0, most: 0 } },
  { name: "list", usage: "/list", summary: "the commands there are", words: { least: 0, most: 0 } },
  {
    name: "show",
    usage: "/show NAME",
    summary: "a command's directive, approval and code",
    words: { least: 1, most: 1 },
  },
  {
    name: "run",
    usage: "/run NAME [options] [FILE…]",
    summary: "run a kept command; its name alone does the same",
    words: { least: 1, most: Number.POSITIVE_INFINITY },
  },
  {
    name: "save",
    usage: "/save NAME",
    summary: "keep what was approved last as a command",
    words: { least: 1, most: 1 },
  },
  {
    name: "open",
    usage: "/open [_N]",
    summary: "the whole of a result in your pager",
    words: { least: 0, most: 1 },
  },
  {
    name: "write",
    usage: "/write FILE [_N]",
    summary: "write a result into a new file",
    words: { least: 1, most: 2 },
  },
  {
    name: "copy",
    usage: "/copy [_N]",
    summary: "copy a result to the terminal's clipboard",
    words: { least: 0, most: 1 },
  },
  {
    name: "doctor",
    usage: "/doctor",
    summary: "what this machine and installation offer",
    words: { least: 0, most: 0 },
  },
  { name: "clear", usage: "/clear", summary: "scroll to an empty screen", words: { least: 0, most: 0 } },
  { name: "quit", usage: "/quit", summary: "leave; so does Ctrl-D", words: { least: 0, most: 0 } },
] as const satisfies readonly SlashRow[];

export type SlashName = (typeof SLASH_COMMANDS)[number]["name"];

/** Why a slash command cannot take these words, or null. */
export function wordsProblem(name: SlashName, count: number): string | null {
  const { words, usage } = SLASH_COMMANDS.find((one) => one.name === name)!;
  if (count < words.least)
    return `/${name} needs ${words.least === 1 ? "a word" : `${words.least} words`}: ${usage}`;
  return count > words.most
    ? `/${name} takes ${words.most === 0 ? "no words" : "fewer words"}: ${usage}`
    : null;
}
