// An attack is a snippet file whose first lines say, as `// key: value`, what it tries and how that must end.
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { LEVELS, type Level } from "../../src/terms/level.ts";
import type { LimitName } from "../../src/terms/limit.ts";
import type { Outcome } from "../../src/terms/outcome.ts";

/** How a run must end: in one of these ways, and with patterns on its two streams. */
export interface Expectation {
  readonly endings: readonly { readonly kind: Outcome["kind"]; readonly limit?: LimitName }[];
  readonly stderr: RegExp | null;
  readonly stdout: RegExp | null;
}

/** What goes wrong for the user, as the bait sees it. */
export const BREACHES = ["secret", "written", "connected", "left", "signalled"] as const;
export type Breach = (typeof BREACHES)[number];

export interface AttackHead {
  readonly tries: string;
  /** `expect` is for every level (`any`), `expect@LEVEL` for one. */
  readonly expectations: Readonly<Partial<Record<Level | "any", Expectation>>>;
  /** What the same file does unsealed: a breach, or what stdout shows. That is how a denial is known as one. */
  readonly control: Breach | RegExp | null;
  /** Below this level the attack is not stopped, and the suite says that it is skipped. */
  readonly needs: Level | null;
  /** Set where the attack gets through, in words, until it is mended: at every level (`any`) or at one. */
  readonly holes: Readonly<Partial<Record<Level | "any", string>>>;
  /** `off`: the snippet starts with the engine's own names, as if the runner had removed nothing. */
  readonly runner: "on" | "off";
  /** `tagged`: rendered for a host that draws. */
  readonly output: "auto" | "tagged";
  /** Capabilities that it has, and goes on from. */
  readonly granted: readonly string[];
  /** Command-line words such as `--cpu 1s`. */
  readonly limits: readonly string[];
  /** Variables of the host while the attack runs. */
  readonly planted: Readonly<Record<string, string>>;
}

const KEYS =
  /^(tries|expect|expect@[a-z-]+|control|needs|hole|hole@[a-z-]+|runner|output|granted|limits|planted)$/;
const HEAD_LINE = /^\/\/ ([a-z@-]+): (.+)$/;

/** The head of a snippet file. A file without one has the defaults. Throws on a key or value it does not know. */
export function readHead(source: string): AttackHead {
  const pairs = headLines(source);
  const value = (key: string) => pairs.find(([name]) => name === key)?.[1] ?? null;
  return {
    tries: value("tries") ?? "",
    expectations: Object.fromEntries(
      pairs
        .filter(([key]) => key.startsWith("expect"))
        .map(([key, text]) => [levelOf(key), expectation(text)]),
    ),
    control: control(value("control")),
    needs: value("needs") === null ? null : level(value("needs")!),
    holes: Object.fromEntries(
      pairs.filter(([key]) => key.startsWith("hole")).map(([key, text]) => [levelOf(key), text]),
    ),
    runner: value("runner") === "off" ? "off" : "on",
    output: value("output") === "tagged" ? "tagged" : "auto",
    granted: value("granted")?.split(" ") ?? [],
    limits: value("limits")?.split(" ") ?? [],
    planted: Object.fromEntries(
      pairs.filter(([key]) => key === "planted").map(([, text]) => splitAt(text, "=")),
    ),
  };
}

/** What must happen at a level; null where the attack needs a higher one. */
export function expectationAt(head: AttackHead, level: Level): Expectation | null {
  const { needs, expectations } = head;
  if (needs && LEVELS.indexOf(level) < LEVELS.indexOf(needs)) return null;
  return expectations[level] ?? expectations.any ?? null;
}

/** What is known to get through at a level, in words. */
export function holeAt({ holes }: AttackHead, level: Level): string | null {
  return holes[level] ?? holes.any ?? null;
}

/** The snippet as JavaScript, with `{{name}}` replaced by what is laid out for it. */
export function readSnippet(path: string, places: Readonly<Record<string, string>>): string {
  const source = fillIn(readFileSync(path, "utf8"), places);
  return path.endsWith(".ts") ? stripTypeScriptTypes(source) : source;
}

export function fillIn(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => places[name] ?? whole);
}

// Any other file may start with any comment.
function headLines(source: string): [string, string][] {
  const pairs: [string, string][] = [];
  if (!source.startsWith("// tries: ")) return pairs;
  for (const line of source.split("\n")) {
    const match = HEAD_LINE.exec(line);
    if (!match) break;
    if (!KEYS.test(match[1]!)) throw new Error(`the head of an attack has no key ${match[1]}`);
    pairs.push([match[1]!, match[2]!]);
  }
  return pairs;
}

function levelOf(key: string): Level | "any" {
  const [, at] = key.split("@");
  return at === undefined ? "any" : level(at);
}

function level(text: string): Level {
  const found = LEVELS.find((one) => one === text);
  if (found) return found;
  throw new Error(`${text} is no level: ${LEVELS.join(", ")}`);
}

const ENDING = "(?:done|failed|usage|malformed|sealing-failed|crashed|limit (?:cpu|wall|memory|output))";
// `failed /stderr/`, `limit cpu or crashed`, `done stdout /pattern/`
const EXPECTATION = new RegExp(
  `^(${ENDING}(?: or ${ENDING})*)(?: /(.+?)/(?= stdout |$))?(?: stdout /(.*)/)?$`,
);

function expectation(text: string): Expectation {
  const match = EXPECTATION.exec(text);
  if (!match) throw new Error(`no expectation: ${text}`);
  const [, endings, stderr, stdout] = match;
  return {
    endings: endings!.split(" or ").map(ending),
    stderr: stderr === undefined ? null : new RegExp(stderr),
    stdout: stdout === undefined ? null : new RegExp(stdout),
  };
}

function ending(text: string): Expectation["endings"][number] {
  const [kind, limit] = text.split(" ") as [Outcome["kind"], LimitName | undefined];
  return limit ? { kind, limit } : { kind };
}

function control(text: string | null): Breach | RegExp | null {
  if (text === null) return null;
  const breach = BREACHES.find((one) => one === text);
  if (breach) return breach;
  const pattern = /^\/(.*)\/$/.exec(text);
  if (!pattern)
    throw new Error(`a control is /a pattern/ on stdout or one of ${BREACHES.join(", ")}: ${text}`);
  return new RegExp(pattern[1]!);
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
