import type { Word } from "./words.ts";

/** Words that carry no meaning of their own here: grammar, politeness, and names for "a record". */
const STOP_WORDS = new Set(
  (
    "a an the this that these those it its their of in on at to for from with and as is are was were be been has have " +
    "do does did which what who where when how me my i we us you your please can could would want need like " +
    "show give get list print display tell find see by per each every all any most up out then there them " +
    "grouped whose having according they here say know d everyone everybody anyone http combination pull grab fetch scrape return " +
    "request record row line entry item value hit event log file data input result field column case time " +
    "access"
  ).split(" "),
);

/** Words of one meaning, by their plain form or stem. What a command does is told by these. */
const CONCEPTS: Readonly<Record<string, string>> = {
  ...sameAs(
    "frequent",
    "frequent common commonest often popular busy busiest prevalent top visited requested seen",
  ),
  ...sameAs("frequent", "frequency occur occurrence appear"),
  ...sameAs("sum", "sum total add tally"),
  ...sameAs("count", "count many number"),
  // Two words: "the number of requests" is a count, "all numbers" are what a text has.
  ...sameAs("numeral", "numbers"),
  ...sameAs("group", "group"),
  ...sameAs("mean", "mean average"),
  ...sameAs("greatest", "max maximum greatest"),
  ...sameAs("least", "min minimum least"),
  ...sameAs("filter", "filter keep only just select grep"),
  ...sameAs("failed", "failed fail failure"),
  ...sameAs("rate", "rate share percentage proportion"),
  ...sameAs("percentile", "percentile quantile median"),
  ...sameAs("unique", "unique distinct different dedupe deduplicate dedup uniq"),
};

/** What people call the usual fields of logs and tables. Only where the sample has a field of that name. */
export const FIELD_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  address: ["ip", "client", "host", "visitor", "remote"],
  path: ["url", "uri", "page", "resource", "endpoint"],
  status: ["code", "response code"],
  agent: ["browser"],
  referer: ["referrer"],
  bytes: ["size", "traffic"],
  duration: ["latency", "response time"],
};

/** What people call a choice of an option, longer phrases first. A choice that is not here goes by its own word. */
export const CHOICE_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  email: [
    ...[
      "e mail addresses",
      "e mail address",
      "email addresses",
      "email address",
      "mail addresses",
      "mail address",
    ],
    ...["e mails", "emails"],
  ],
  ip: ["ip addresses", "ip address", "ipv4 addresses", "ipv6 addresses", "ips"],
  url: ["web addresses", "hyperlinks", "links", "urls", "url"],
  // In the plural only: "the number of requests" asks for none, and "by date" is an order.
  number: ["numbers"],
  date: ["dates"],
  uuid: ["uuids", "uuid", "guids", "guid"],
};

/** Where these stand, another order or choice is meant: only a name or one of the meanings above explains them. */
const TURNING_WORDS = new Set(
  (
    "first last least fewest rare rarest lowest highest longest shortest slowest fastest biggest largest smallest " +
    "newest oldest recent unique distinct different not no without except never unless between before after average mean median"
  ).split(" "),
);

export function isStopWord({ text, stem }: { text: string; stem: string }): boolean {
  return STOP_WORDS.has(text) || STOP_WORDS.has(stem);
}

/** A word of grammar: it speaks neither for nor against a command. */
export function isIdle(word: Word): boolean {
  return (word.kind === "word" && isStopWord(word)) || word.text === ",";
}

export function isTurningWord(text: string): boolean {
  return TURNING_WORDS.has(text);
}

/** What a word stands for: its concept, or its stem where it has none. */
export function meaningOf({ text, stem, meaning }: { text: string; stem: string; meaning?: string }): string {
  return meaning ?? CONCEPTS[text] ?? CONCEPTS[stem] ?? stem;
}

/** Stems of every word that has a meaning here. */
export const CONCEPT_STEMS: readonly string[] = Object.keys(CONCEPTS);

function sameAs(concept: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, `=${concept}`]));
}
