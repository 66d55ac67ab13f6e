/**
 * The part of a regular expression that decides how long it takes. `chars` says for each ASCII character,
 * and at 128 for all others, whether an atom matches it; assertions match nothing and may fail.
 */
export type Pattern =
  | { readonly kind: "atom"; readonly chars: Chars }
  | { readonly kind: "assertion" }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly branches: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly body: Pattern; readonly least: number; readonly most: number };

export type Chars = readonly boolean[];

const SIZE = 129;
const OTHERS = 128;

/** The characters that satisfy a test; `others` for what is no ASCII. */
function charsWhere(test: (char: string) => boolean, others = false): Chars {
  return Array.from({ length: SIZE }, (_, code) =>
    code === OTHERS ? others : test(String.fromCharCode(code)),
  );
}

/**
 * Read the source of a regular expression; undefined for what this does not know (sets in sets, backward
 * references, and whatever does not parse), about which nothing is said.
 */
export function parsePattern(source: string): Pattern | undefined {
  let at = 0;
  try {
    const whole = choice();
    return at === source.length ? whole : undefined;
  } catch (error) {
    if (error === UNKNOWN) return undefined;
    throw error;
  }

  function choice(): Pattern {
    const branches = [sequence()];
    while (source[at] === "|") {
      at++;
      branches.push(sequence());
    }
    return branches.length === 1 ? branches[0]! : { kind: "choice", branches };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(repeated(single()));
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  function repeated(body: Pattern): Pattern {
    const found = QUANTIFIER.exec(source.slice(at, at + 24));
    if (!found) return body;
    at += found[0].length;
    const [, sign, low, comma, high] = found;
    if (sign) return { kind: "repeat", body, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
    const least = Number(low);
    return { kind: "repeat", body, least, most: high ? Number(high) : comma ? Infinity : least };
  }

  function single(): Pattern {
    const char = source[at++]!;
    if (char === "(") return group();
    if (char === "[") return { kind: "atom", chars: list() };
    if (char === "^" || char === "$") return { kind: "assertion" };
    if (char === ".") return { kind: "atom", chars: NOT_LINE_END };
    if (char === "\\") return escapeOrEdge();
    if (char === "*" || char === "+" || char === "?") throw UNKNOWN;
    return { kind: "atom", chars: only(char) };
  }

  function group(): Pattern {
    const opening = GROUP.exec(source.slice(at, at + 64))!;
    at += opening[0].length;
    const inner = choice();
    if (source[at++] !== ")") throw UNKNOWN;
    return /^\?<?[=!]/.test(opening[0]) ? { kind: "assertion" } : inner;
  }

  function escapeOrEdge(): Pattern {
    const char = source[at]!;
    if (char === "b" || char === "B") {
      at++;
      return { kind: "assertion" };
    }
    if (/[1-9k]/.test(char)) throw UNKNOWN;
    return { kind: "atom", chars: escaped() };
  }

  function escaped(): Chars {
    const char = source[at++];
    if (char === undefined) throw UNKNOWN;
    const set = CLASSES.get(char.toLowerCase());
    if (set) return char === char.toLowerCase() ? set : set.map((one) => !one);
    if (char === "p" || char === "P") throw UNKNOWN;
    const code = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]+)\})/i.exec(source.slice(at - 1, at + 12));
    if (code) {
      at += code[0].length - 1;
      return only(String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3]!, 16)));
    }
    return only(CONTROLS[char] ?? char);
  }

  function list(): Chars {
    const negated = source[at] === "^";
    if (negated) at++;
    const found = new Array<boolean>(SIZE).fill(false);
    while (source[at] !== "]") {
      const first = member();
      const isRange = source[at] === "-" && source[at + 1] !== "]" && at + 1 < source.length;
      if (isRange) at++;
      const last = isRange ? member() : first;
      const [from, to] = [first.indexOf(true), last.lastIndexOf(true)];
      for (let code = 0; code < SIZE; code++) {
        if (isRange ? code >= from && code <= to : first[code]) found[code] = true;
      }
    }
    at++;
    return negated ? found.map((one) => !one) : found;
  }

  function member(): Chars {
    if (at >= source.length) throw UNKNOWN;
    const char = source[at++]!;
    if (char !== "\\") return only(char);
    if (source[at] === "b") {
      at++;
      return only("\b");
    }
    return escaped();
  }
}

const UNKNOWN = new Error("not known");
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/;
const GROUP = /^(?:\?(?:[=!:]|<[=!]|<[\w$]+>))?/;
const CONTROLS: Record<string, string> = { n: "\n", r: "\r", t: "\t", v: "\v", f: "\f", "0": "\0" };
const CLASSES = new Map<string, Chars>([
  ["d", charsWhere((one) => /\d/.test(one))],
  ["w", charsWhere((one) => /\w/.test(one))],
  ["s", charsWhere((one) => /\s/.test(one))],
]);

const NOT_LINE_END = charsWhere((one) => one !== "\n" && one !== "\r", true);
const SINGLE: readonly Chars[] = Array.from({ length: SIZE }, (_, code) => oneOf(code));

function oneOf(code: number): Chars {
  return Array.from({ length: SIZE }, (_, one) => one === code);
}

function only(char: string): Chars {
  return SINGLE[Math.min(char.codePointAt(0)!, OTHERS)]!;
}
