// Writes the tables of docs/sandbox.md from the rows that act: `npm run sandbox-docs`. A test compares them.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GRANTS } from "../src/run/grants/index.ts";
import { LAYERS } from "../src/run/layers/index.ts";
import { CHECKED, FILTER } from "../src/run/layers/seccomp.ts";
import { LIMIT_ROWS } from "../src/run/limits/index.ts";
import type { Reached } from "../src/run/reached.ts";
import { DRAFT_LIMITS, keptLimits } from "../src/terms/limit.ts";

const PAGE = fileURLToPath(new URL("../docs/sandbox.md", import.meta.url));
const ROOMY_BYTES = 2 ** 40;

const LEVELS: readonly (readonly [string, Reached])[] = [
  ["`full`", { level: "full", means: "stage", landlockAbi: 1, bubblewrap: "" }],
  ["`strong`", { level: "strong", means: "stage", landlockAbi: 1 }],
  ["`namespace`", { level: "namespace", means: "bubblewrap", bubblewrap: "", machine: "x64" }],
  ["`namespace` on macOS", { level: "namespace", means: "sandbox-exec" }],
  ["`engine-only`", { level: "engine-only", missing: "" }],
];

/** The page with every table between its two marks written anew. Throws where a mark is missing. */
export function withTables(page: string): string {
  const tables = { layers: layers(), calls: calls(), grants: grants(), limits: limits() };
  return Object.entries(tables).reduce((text, [name, table]) => {
    const between = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[^]*?(<!-- /${name} -->)`);
    if (!between.test(text)) throw new Error(`docs/sandbox.md has no place for ${name}`);
    return text.replace(between, (_, start, end) => `${start}\n${table}\n\n${end}`);
  }, page);
}

function layers(): string {
  return table(
    ["layer", "stops", "at level"],
    LAYERS.map(({ name, stops, isPartOf }) => [
      name,
      stops,
      LEVELS.flatMap(([level, reached]) => (isPartOf(reached) ? [level] : [])).join(", "),
    ]),
  );
}

function calls(): string {
  const { plain, answered } = FILTER;
  return [
    `${plain.length} calls are allowed with any arguments: ${plain.map((call) => `\`${call}\``).join(" ")}.`,
    "These for some arguments only:",
    "",
    table(
      ["call", "for"],
      CHECKED.map((row) => [`\`${row.call}\``, row.why]),
    ),
    "",
    `${answered.map(({ call }) => `\`${call}\``).join(", ")} is answered as if the kernel did not have it. Every other call ends with EPERM.`,
  ].join("\n");
}

function grants(): string {
  return table(
    ["capability", "what it opens"],
    Object.values(GRANTS).map(({ kind, opens }) => [`\`${kind}\``, opens]),
  );
}

function limits(): string {
  const kept = keptLimits(ROOMY_BYTES);
  return table(
    ["limit", "of a draft", "of a kept command", "typed", "enforced by"],
    LIMIT_ROWS.map(({ name, flag, enforcedBy, show }) => [
      name,
      show(DRAFT_LIMITS),
      show(kept),
      flag === null ? "fixed" : `\`${flag}\``,
      enforcedBy,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, withTables(readFileSync(PAGE, "utf8")));
}
