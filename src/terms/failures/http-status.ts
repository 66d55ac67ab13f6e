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

export function refusalWords(status: number): string {
  const words = refusal(status)?.words;
  return words === undefined ? `answered ${status}` : `${words} (${status})`;
}

export function refusalHelp(status: number): string {
  return refusal(status)?.help ?? "check WRIT_MODEL and OPENAI_BASE_URL";
}

function refusal(status: number) {
  return REFUSALS.find(({ from, to }) => status >= from && status <= to);
}
