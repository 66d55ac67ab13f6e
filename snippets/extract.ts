/**
 * Everything of one kind in a text, one match a line: as it is written there, in its order.
 * @param kind what to look for: an IP is of version 4 or 6, a URL has a scheme (https://), a comma ends numbers, dates are such as 2025-10-31, 31/Oct/2025, 31.10.2025 or October 31, 2025
 * @param unique each match once; every different one is held in memory
 */
export default function* extract(
  input: Input,
  { kind, unique = false }: { kind: Kind; unique?: boolean },
) {
  const { sign, pattern, trim } = SEARCHES[kind];
  const seen = new Set<string>();
  for (const line of input.lines()) {
    if (!line.includes(sign)) continue;
    for (const candidate of line.match(pattern) ?? []) {
      const match = trim(candidate);
      if (match === "" || seen.has(match)) continue;
      if (unique) seen.add(copyOf(match));
      yield match;
    }
  }
}

type Kind = "email" | "ip" | "url" | "number" | "date" | "uuid";

type Search = {
  /** A line without it has no match, and is not searched. */
  sign: string;
  /** Finds candidates. None can begin inside a run that was refused, so that the time is linear. */
  pattern: RegExp;
  /** The match in a candidate; "" where there is none. */
  trim: (candidate: string) => string;
};

const SEARCHES: Record<Kind, Search> = {
  email: {
    sign: "@",
    pattern: /(?<![\p{L}\p{N}_.%+'-])[\p{L}\p{N}_.%+'-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu,
    trim: trimEmail,
  },
  ip: { sign: "", pattern: addresses(), trim: trimAddress },
  url: { sign: "://", pattern: /(?<!\w)[a-z][\w+.-]{1,20}:\/\/[^\s<>"`{|}\\^]+/gi, trim: trimUrl },
  number: { sign: "", pattern: /(?<![\w.])[+-]?\.?\d[\w.]*(?:(?<=\d[eE])[+-]\d[\w.]*)?/g, trim: trimNumber },
  date: { sign: "", pattern: dates(), trim: (date) => date },
  uuid: {
    sign: "-",
    pattern: /(?<![\da-f])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f])/gi,
    trim: (uuid) => uuid,
  },
};

function addresses(): RegExp {
  const byte = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  const v4 = `(?<![\\w.])(?:${byte}\\.){3}${byte}(?!\\w|\\.\\d)`;
  const v6 = "(?<![\\w.:])(?:[\\da-f]{0,4}:){2,8}[\\da-f.]*(?:%[\\w.-]+)?(?!\\w)";
  return new RegExp(`(?:${v6}|${v4})`, "gi");
}

function dates(): RegExp {
  const year = "\\d{4}";
  const month = "(?:1[0-2]|0?[1-9])";
  const day = "(?:[12]\\d|3[01]|0?[1-9])";
  const named = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\\.?";
  const forms = [
    `${year}(?<a>[-/.])${month}\\k<a>${day}`,
    `(?:${day}(?<b>[-/.])${month}|${month}(?<c>[-/.])${day})(?:\\k<b>\\k<c>)${year}`,
    `${day}(?:st|nd|rd|th)?(?<d>[-/ ])${named}\\k<d>${year}`,
    `${named} {1,2}${day}(?:st|nd|rd|th)?(?:,? ${year}|(?= \\d\\d:\\d\\d))`,
  ];
  return new RegExp(`(?<![a-z\\d]|\\d[-/.])(?:${forms.join("|")})(?!\\d)`, "gi");
}

function trimEmail(candidate: string): string {
  const [local = "", domain = ""] = candidate.replace(/^[.%+'-]+/, "").split("@");
  const isDomain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:xn--[\w-]+|\p{L}{2,})$/u.test(domain);
  return local !== "" && isDomain ? `${local}@${domain}` : "";
}

// The URL standard's own parser knows what an IPv6 address is. Times of day look alike and are most of the candidates.
function trimAddress(candidate: string): string {
  if (!candidate.includes(":")) return candidate;
  const address = candidate.replace(/\.$/, "").replace(/(?<!:):$/, "");
  if (!address.includes("::") && address.split(":").length < 7) return "";
  const [bare = ""] = address.split("%");
  return bare !== "::" && URL.canParse(`http://[${bare}]/`) ? address : "";
}

// Of a URL in a sentence: up to a bracket that closes one from before it, without the sentence's punctuation.
function trimUrl(candidate: string): string {
  let end = closingBracket(candidate);
  while (end > 0 && ".,;:!?'*".includes(candidate.charAt(end - 1))) end--;
  return end > candidate.indexOf("://") + 3 ? candidate.slice(0, end) : "";
}

function closingBracket(text: string): number {
  const open = { ")": 0, "]": 0 };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "(") open[")"]++;
    else if (sign === "[") open["]"]++;
    else if ((sign === ")" || sign === "]") && open[sign]-- === 0) return at;
  }
  return text.length;
}

// 12 of 12ms and 1.5 of 1.5. are numbers; what goes on with digits (3fa4, 1.2.3) is none.
function trimNumber(candidate: string): string {
  return /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?=\D*$)/.exec(candidate)?.[0] ?? "";
}

// A match is a slice that keeps the whole block it was read with in memory; what is held outlives its block.
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
