import { type Chars, type Pattern, parsePattern } from "./parse-pattern.ts";

/** Why a pattern may take very long, with the beginning of a text that shows it. */
export interface SlowPattern {
  readonly kind: "nested" | "overlapping" | "adjacent";
  /** What comes first, what is repeated, what must not match in the end. */
  readonly input: { readonly start: string; readonly repeated: string; readonly end: string };
}

const LENGTH_MOST = 500;

/**
 * Look for what makes a backtracking engine try the same text in more and more ways: a repetition in a
 * repetition with nothing fixed between, alternatives in a repetition that match the same character, two
 * repetitions of the same characters in a row; each only where something after it can fail. After the
 * ambiguities of Weideman et al. (2016), for single characters: longer overlaps are not seen.
 */
export function slowPattern(source: string): SlowPattern | undefined {
  if (source.length > LENGTH_MOST) return undefined;
  const pattern = parsePattern(source);
  return pattern && inside(pattern, { before: "", mayFail: false });
}

interface Around {
  readonly before: string;
  /** Whether something after the pattern can fail. */
  readonly mayFail: boolean;
}

function inside(pattern: Pattern, around: Around): SlowPattern | undefined {
  switch (pattern.kind) {
    case "sequence":
      return inSequence(pattern.parts, around);
    case "choice":
      return first(pattern.branches, (branch) => inside(branch, around));
    case "repeat": {
      const repeats = pattern.most > 8 && around.mayFail ? ambiguous(pattern.body) : undefined;
      return repeats ? shown(repeats.kind, repeats.chars, around) : inside(pattern.body, around);
    }
    default:
      return undefined;
  }
}

function inSequence(parts: readonly Pattern[], { before, mayFail }: Around): SlowPattern | undefined {
  let start = before;
  for (const [place, part] of parts.entries()) {
    const rest = parts.slice(place + 1);
    const found =
      inside(part, { before: start, mayFail: mayFail || rest.some(canFail) }) ??
      adjacent(part, rest, { before: start, mayFail });
    if (found) return found;
    start += example(part);
  }
  return undefined;
}

function adjacent(part: Pattern, rest: readonly Pattern[], around: Around): SlowPattern | undefined {
  const chars = endless(part);
  if (!chars) return undefined;
  for (const [place, next] of rest.entries()) {
    const others = endless(next);
    const shared = others && both(chars, others);
    if (shared) {
      const after = rest.slice(place + 1);
      // `\s*.*$` has an end to fail at in theory only.
      const isWide = others.filter(Boolean).length > WIDE_LEAST;
      const mayFail =
        after.some((one) => !isEmptyable(one)) || (!isWide && (around.mayFail || after.some(canFail)));
      return mayFail ? shown("adjacent", shared, around) : undefined;
    }
    if (!isEmptyable(next)) return undefined;
  }
  return undefined;
}

const WIDE_LEAST = 100;

/** What in a repeated pattern can be matched in two ways, and by which characters. */
function ambiguous(body: Pattern): { kind: "nested" | "overlapping"; chars: Chars } | undefined {
  if (body.kind === "choice") {
    const singles = body.branches.map((branch) => endless(branch) ?? one(branch));
    for (const [i, left] of singles.entries()) {
      for (const right of singles.slice(i + 1)) {
        const chars = left && right && both(left, right);
        if (chars) return { kind: "overlapping", chars };
      }
    }
    return first(body.branches, ambiguous);
  }
  const parts = body.kind === "sequence" ? body.parts : [body];
  for (const [i, part] of parts.entries()) {
    const chars = endless(part);
    const others = parts.filter((_, place) => place !== i);
    if (chars && others.every((other) => isEmptyable(other) || overlaps(other, chars))) {
      const fixed = others
        .filter((other) => !isEmptyable(other))
        .map((other) => one(other) ?? endless(other));
      const shared = fixed.reduce<Chars | undefined>((sum, next) => sum && next && both(sum, next), chars);
      if (shared) return { kind: "nested", chars: shared };
    }
  }
  return undefined;
}

/** The characters of a pattern that repeats single characters without a bound. */
function endless(pattern: Pattern): Chars | undefined {
  if (pattern.kind === "repeat" && pattern.most === Infinity)
    return one(pattern.body) ?? endless(pattern.body);
  if (pattern.kind === "sequence" && pattern.parts.length === 1) return endless(pattern.parts[0]!);
  return undefined;
}

/** The characters of a pattern that matches exactly one. */
function one(pattern: Pattern): Chars | undefined {
  if (pattern.kind === "atom") return pattern.chars;
  if (pattern.kind !== "choice") return undefined;
  const all = pattern.branches.map(one);
  if (!all.every((chars) => chars !== undefined)) return undefined;
  return all[0]!.map((_, code) => all.some((chars) => chars[code]));
}

function overlaps(pattern: Pattern, chars: Chars): boolean {
  const single = one(pattern) ?? endless(pattern);
  return single !== undefined && both(single, chars) !== undefined;
}

function both(left: Chars, right: Chars): Chars | undefined {
  const shared = left.map((is, code) => is && right[code] === true);
  return shared.includes(true) ? shared : undefined;
}

function canFail(pattern: Pattern): boolean {
  return !isEmptyable(pattern) || pattern.kind === "assertion";
}

function isEmptyable(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case "atom":
      return false;
    case "assertion":
      return true;
    case "sequence":
      return pattern.parts.every(isEmptyable);
    case "choice":
      return pattern.branches.some(isEmptyable);
    case "repeat":
      return pattern.least === 0 || isEmptyable(pattern.body);
  }
}

/** A short text that a pattern matches. */
function example(pattern: Pattern): string {
  switch (pattern.kind) {
    case "atom":
      return sampleOf(pattern.chars);
    case "assertion":
      return "";
    case "sequence":
      return pattern.parts.map(example).join("");
    case "choice":
      return example(pattern.branches[0]!);
    case "repeat":
      return example(pattern.body).slice(0, 40).repeat(Math.min(pattern.least, 20));
  }
}

// What is easy to read first.
const PREFERRED = [..."a0 x,.-_:;/\"'"].map((char) => char.charCodeAt(0));

function sampleOf(chars: Chars): string {
  const code = PREFERRED.find((one) => chars[one]) ?? chars.indexOf(true, 33);
  return code === -1 ? " " : code === 128 ? "é" : String.fromCharCode(code);
}

function shown(kind: SlowPattern["kind"], chars: Chars, { before }: Around): SlowPattern {
  const end = [..."!\n\u0001"].find((char) => !chars[char.charCodeAt(0)]) ?? "\n";
  return { kind, input: { start: before, repeated: sampleOf(chars), end } };
}

function first<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const each of list) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
