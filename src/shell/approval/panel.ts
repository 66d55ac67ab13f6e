import { flagOf } from "../../terms/argv.ts";
import { wordCapability } from "../../terms/capability-wording.ts";
import type { Draft } from "../../terms/draft.ts";
import { type Phrase, wordOrigin, wordStatus } from "../../terms/event-wording.ts";
import { isAtLeast, type Level } from "../../terms/level.ts";
import { wordLevel } from "../../terms/level-wording.ts";
import { formatBytes, formatMs, formatRecords, LATER_LIMITS, type Limits } from "../../terms/limit.ts";
import type { OptionSpec, OptionValue } from "../../terms/option.ts";
import type { Finding, StageResult } from "../../terms/verdict.ts";
import { severityOf } from "../code-rows.ts";
import { type Line, line, lineCells, type Span, span } from "../line.ts";
import { wrap } from "../wrap.ts";
import { executedRows } from "./executed.ts";
import type { ApproveQuestion } from "./question.ts";

const LABEL_CELLS = 10;

/** A draft with what is known about it. */
export interface Judged {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly stages: readonly StageResult[];
}

/** What stands above the code: where it comes from, what was asked for. */
export function headRows(
  { origin, directive }: Draft,
  columns: number,
  among?: ApproveQuestion["among"],
): Line[] {
  const asked = directive
    .trim()
    .replace(/\s*\n\s*\n\s*/g, " · ")
    .replace(/\s+/g, " ");
  const which = among === undefined ? [] : [span(` (draft ${among.number} of ${among.count}: < >)`, "dim")];
  return [line(...phrasePieces(wordOrigin(origin)), ...which), line(span(asked, "dim"))].flatMap((one) =>
    wrap(one, { columns, hang: 2 }),
  );
}

/** What the user is told first: that approved code was changed, that this cannot be approved. */
export function toldRows({ changed, refused }: ApproveQuestion, columns: number): Line[] {
  return [
    ...(changed === undefined ? [] : [line(span(changed, "warn"))]),
    ...(refused === undefined ? [] : [line(span(`cannot be approved: ${refused}`, "bad"))]),
  ].flatMap((one) => wrap(one, { columns }));
}

/** What has to be in sight where anything is approved. */
const VITAL = new Set(["touches", "sandbox"]);

/** What the code may do and what is known about it, one labelled row each. */
export function panelRows(
  question: ApproveQuestion,
  columns: number,
): readonly { readonly isVital: boolean; readonly rows: readonly Line[] }[] {
  const rows = labelled(question, columns).map(([label, pieces]) => ({
    isVital: VITAL.has(label),
    rows: wrap(line(span(label.padEnd(LABEL_CELLS), "dim"), ...pieces), { columns, hang: LABEL_CELLS }),
  }));
  return [{ isVital: false, rows: executedRows(question.stages, columns) }, ...rows];
}

function labelled(
  question: ApproveQuestion,
  columns: number,
): readonly (readonly [label: string, pieces: readonly Span[]])[] {
  const { schema, draft, stages, capabilities, limits, input } = question;
  const findings = allFindings(question);
  return [
    ...(input === undefined ? [] : [row("input", [span(input)])]),
    ...(schema.options.length === 0 ? [] : [row("options", optionPieces(schema.options, draft.values))]),
    row("touches", capabilityPieces(capabilities)),
    row("checks", stagePieces(stages, columns - LABEL_CELLS)),
    ...(findings.length === 0 ? [] : [row("findings", findingPieces(findings))]),
    ...(question.leadsTo === undefined ? [row("this run", [span(runLimits(limits.run))])] : []),
    row("kept", [span(keptLimits(limits.kept))]),
    row("sandbox", [levelPiece(question.level, question.required)]),
  ];
}

/** Findings of the static check and of the other stages, each once. */
export function allFindings(judged: Pick<Judged, "findings" | "stages">): readonly Finding[] {
  const all = [...judged.findings, ...judged.stages.flatMap(({ findings }) => findings)];
  const key = ({ rule, message, range }: Finding) => JSON.stringify([rule, message, range.start, range.end]);
  return [...new Map(all.map((finding) => [key(finding), finding])).values()];
}

function row(label: string, pieces: readonly Span[]): [string, readonly Span[]] {
  return [label, pieces];
}

/** A phrase whose name stands out. */
export function phrasePieces({ start, name, end }: Phrase): readonly Span[] {
  return [span(start), span(name, "accent"), span(end)];
}

function optionPieces(
  specs: readonly OptionSpec[],
  values: Readonly<Record<string, OptionValue>>,
): readonly Span[] {
  return specs.flatMap((spec, index) => {
    const value = Object.hasOwn(values, spec.name) ? values[spec.name] : undefined;
    const kind = `${spec.choices ? spec.choices.join("|") : spec.type}${spec.array ? ", repeatable" : ""}`;
    const fallback = spec.default === undefined ? "" : `, default ${shownValue(spec.default)}`;
    return [
      ...(index === 0 ? [] : [span(" · ", "dim")]),
      span(`${flagOf(spec)} `),
      currentValue(spec, value),
      span(` (${kind}${value === undefined ? "" : fallback})`, "dim"),
    ];
  });
}

function currentValue(spec: OptionSpec, value: OptionValue | undefined): Span {
  if (value !== undefined) return span(shownValue(value), "strong");
  if (spec.default !== undefined) return span(shownValue(spec.default));
  return spec.required ? span("is not set", "warn") : span("not set", "dim");
}

function shownValue(value: OptionValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(", ") : String(value);
}

function capabilityPieces(capabilities: readonly string[]): readonly Span[] {
  if (capabilities.length === 0) return [span("nothing but its input and its output")];
  return capabilities.flatMap((capability, index) => {
    const { verb, object, changes } = wordCapability(capability);
    return [
      ...(index === 0 ? [] : [span(" · ", "dim")]),
      span(`${verb} ${object}`.trimEnd(), changes ? "bad" : "warn"),
    ];
  });
}

/** How each stage ended, with the details where all of it fits on a row; those of a failed one always. */
export function stagePieces(stages: readonly StageResult[], columns: number): readonly Span[] {
  if (stages.length === 0) return [span("none ran", "warn")];
  const full = stages.flatMap((result, index) => stageWithDetail(result, index));
  if (lineCells(full) <= columns) return full;
  return stages.flatMap((result, index) =>
    stageWithDetail(result.status === "failed" ? result : { ...result, detail: "" }, index),
  );
}

function stageWithDetail(result: StageResult, index: number): readonly Span[] {
  return [
    ...(index === 0 ? [] : [span(" · ", "dim")]),
    stagePiece(result),
    ...(result.detail === "" ? [] : [span(` (${result.detail})`, "dim")]),
  ];
}

/** `types passed`, toned by how it ended. What did not run is never toned as if it had passed. */
export function stagePiece(result: StageResult): Span {
  const tone = ({ passed: "good", failed: "bad", "not-run": "dim" } as const)[result.status];
  return span(`${result.stage} ${wordStatus(result)}`, tone);
}

function findingPieces(findings: readonly Finding[]): readonly Span[] {
  const groups = [...Map.groupBy(findings, ({ severity }) => severity).values()];
  return groups.flatMap((group, index) => {
    const { word, tone } = severityOf(group[0]!);
    const lines = [...new Set(group.map(({ range }) => range.line))].sort((a, b) => a - b);
    const counted = `${group.length} ${word}${group.length === 1 || word === "refused" ? "" : "s"}`;
    const places = ` (${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")})`;
    return [...(index === 0 ? [] : [span(" · ", "dim")]), span(counted, tone), span(places)];
  });
}

function runLimits({ cpuMs, wallMs, memoryBytes, outputBytes, records, lineBytes }: Limits): string {
  return [
    cpuMs === null ? "no CPU limit" : `CPU ${formatMs(cpuMs)}`,
    wallMs === null ? "no time limit" : `time ${formatMs(wallMs)}`,
    `memory ${formatBytes(memoryBytes)}`,
    outputBytes === null ? "no output limit" : `output ${formatBytes(outputBytes)}`,
    // As they nearly always are, these say nothing.
    ...(records === null ? [] : [formatRecords(records)]),
    ...(lineBytes === LATER_LIMITS.lineBytes ? [] : [`lines ${formatBytes(lineBytes)}`]),
  ].join(" · ");
}

/** As {@link runLimits}, where no CPU limit of its own means one by the size of the input. */
function keptLimits(limits: Limits): string {
  const text = runLimits(limits);
  return limits.cpuMs === null ? text.replace("no CPU limit", "CPU by input size") : text;
}

function levelPiece(level: Level, required: Level): Span {
  const { text, weak } = wordLevel(level);
  if (weak || !isAtLeast(level, required))
    return span(weak ? text : `${text} (required: ${required})`, "bad");
  return span(text, "good");
}
