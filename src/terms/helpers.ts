/** Helpers of one idea, and the words in a directive that ask for them; null: always told of. */
interface HelperRow {
  readonly names: readonly string[];
  readonly words: RegExp | null;
}

/**
 * What `import { … } from "writ"` may name: one table for the check that allows them, the prompt that tells of them,
 * and the child that has them.
 */
const HELPER_ROWS: readonly HelperRow[] = [
  { names: ["field", "num"], words: null },
  {
    names: ["countBy", "sumBy", "groupBy"],
    words:
      /\b(?:count|how (?:many|much|often)|number of|group|per|each|every|by|frequen|common|total|sum|most|least|busi)/i,
  },
  {
    names: ["topK"],
    words:
      /\b(?:top|best|worst|most|least|(?:busi|larg|small|bigg|slow|fast|high|low|long|short|great|heavi|old|new)est)\b/i,
  },
  {
    names: ["sortBy", "desc"],
    words: /\b(?:sort|order(?:ed)?\b|rank|ascending|descending|alphabetic|revers)/i,
  },
  { names: ["distinct"], words: /\b(?:distinct|uniq|dedup|de-dup|duplicate|different|repeated)/i },
  {
    names: ["join"],
    words:
      /\b(?:join|merg|match|combin|look ?up|enrich|(?:both|two|other|second) (?:files?|inputs?)|missing)/i,
  },
  {
    names: ["window", "chunk"],
    words:
      /\b(?:window|moving|rolling|consecutive|previous|successive|neighbou?r|batch|chunk|delta|gap|change)/i,
  },
  {
    names: ["stats", "sum"],
    words:
      /\b(?:average|avg|mean|variance|std|deviation|minim|maxim|min|max|range|statistic|summar|total|sum)/i,
  },
  { names: ["quantiles"], words: /\b(?:median|percentile|quantile|quartile|p\d\d|distribution)/i },
  { names: ["sample", "seeded"], words: /\b(?:random|sampl|shuffl)/i },
  {
    names: ["pick", "omit", "rename", "flatten"],
    words: /\b(?:columns?|fields?|renam|drop|select|without|keep|flat|nested)/i,
  },
  {
    names: ["parseDate", "formatDate", "startOf"],
    words:
      /\b(?:dates?|days?|daily|hour|minutes?|month|weeks?|weekly|weekday|year|time|timestamp|older|newer|since|before|after|between|utc)/i,
  },
  {
    names: ["duration", "formatDuration"],
    words: /\b(?:duration|took|elapsed|latenc|seconds?|milliseconds?|ms|uptime|how long|slow)/i,
  },
  {
    names: ["byteSize", "formatBytes"],
    words: /\b(?:bytes?|sizes?|[kmgt]i?b|disk|memory|traffic|volume)\b/i,
  },
  { names: ["parseUrl"], words: /\b(?:urls?|uri|links?|query|queries|domains?|host|paths?|pages?)\b/i },
  { names: ["parseIp", "inCidr"], words: /\b(?:ips?|ipv[46]|address|subnet|cidr|network)/i },
  { names: ["csvRow", "parseCsvRow"], words: /\b(?:csv|quot)/i },
  { names: ["jsonPath"], words: /\b(?:json ?path|nested|deep|anywhere)/i },
];

/** Every helper there is. */
export const HELPERS: readonly string[] = HELPER_ROWS.flatMap(({ names }) => names);

/** Those that a model is told of in any case. */
export const USUAL_HELPERS: readonly string[] = HELPER_ROWS.flatMap(({ names, words }) =>
  words ? [] : names,
);

/** Those besides that a directive's words ask for. */
export function helpersFor(directive: string): readonly string[] {
  return HELPER_ROWS.flatMap(({ names, words }) => (words?.test(directive) ? names : []));
}
