import type { Usage } from "../../terms/draft.ts";
import { formatBytes, formatMs } from "../../terms/limit.ts";
import { formatUsd } from "../../terms/price.ts";
import { visibleLine } from "../../terms/visible.ts";
import { textTable } from "../faces/text-table.ts";
import { BYTES_PER_TOKEN, type CommandStats } from "./break-even.ts";
import type { Stats } from "./gather-stats.ts";

/** All commands as a table. */
export function statsTable({ commands, notKept, all }: Stats): string {
  const rows = [
    ...commands.map((one) => row(one.name, one)),
    ...(notKept.drafting.requests > 0 ? [row("(not kept)", notKept)] : []),
    row("(all)", all),
  ];
  return textTable(
    ["COMMAND", "DRAFTING", "RUNS", "FAILED", "RAN FOR", "READ", "ASKING EACH TIME", "EVEN AFTER"],
    rows,
  );
}

function row(name: string, { drafting, runs, asking, breakEvenRuns }: CommandStats): readonly string[] {
  return [
    name,
    drafting.usage === null ? "-" : short(drafting.usage),
    String(runs?.runs ?? 0),
    String(runs?.failed ?? 0),
    runs === null ? "-" : formatMs(runs.wallMs),
    runs === null || runs.counted === 0 ? "-" : formatBytes(runs.bytesIn),
    asking === null ? "-" : short({ inputTokens: asking.tokens, outputTokens: 0 }, asking.usd),
    name.startsWith("(") || breakEvenRuns === null
      ? "-"
      : breakEvenRuns === 0
        ? "at once"
        : plural(breakEvenRuns, "run"),
  ];
}

function short({ inputTokens, outputTokens, costUsd }: Usage, usd: number | null = costUsd ?? null): string {
  return `${count(inputTokens + outputTokens)} tokens${usd === null ? "" : `, ${formatUsd(usd)}`}`;
}

/** One command with the arithmetic shown. */
export function statsOfOne(one: CommandStats): string {
  const rows = [
    ["drafting", draftingText(one)],
    ["runs", runsText(one)],
    ["asking a model on every run", askingText(one)],
    ["break-even", breakEvenText(one)],
  ] as const;
  return `${one.name}\n${rows.map(([what, lines]) => `  ${what}\n${lines.map((line) => `    ${line}\n`).join("")}`).join("")}`;
}

function draftingText({ drafting: { usage, requests, models } }: CommandStats): readonly string[] {
  if (usage === null)
    return ["no model was asked: it ships with writ, or was drafted before this was counted"];
  const { inputTokens, outputTokens, costUsd, countedBy } = usage;
  const cost = costUsd === undefined ? "the price is not known" : formatUsd(costUsd);
  const who = countedBy === "estimated" ? ", some of them estimated" : "";
  return [
    `${plural(requests, "request")} to ${models.map(visibleLine).join(", ")}`,
    `${count(inputTokens)} tokens in and ${count(outputTokens)} out${who}: ${cost}`,
  ];
}

function runsText({ runs }: CommandStats): readonly string[] {
  if (runs === null) return ["none yet"];
  const { counted, failed, since, wallMs, bytesIn } = runs;
  const uncounted = runs.runs - counted;
  return [
    `${plural(runs.runs, "run")} since ${since.slice(0, 10)}, ${formatMs(wallMs)} in all${failed === 0 ? "" : `; ${count(failed)} did not end with 0`}`,
    `${plural(counted, "run")} read ${count(bytesIn)} bytes${uncounted === 0 ? "" : `; of ${count(uncounted)} it is not known`}`,
  ];
}

function askingText({ asking, runs }: CommandStats): readonly string[] {
  if (asking === null || runs === null) return ["not known: no run was counted with what it read"];
  const { bytes, tokens, price, usd, model } = asking;
  return [
    `${count(bytes)} bytes / ${BYTES_PER_TOKEN} bytes a token = ${count(tokens)} tokens for the inputs alone`,
    price === null || usd === null
      ? `the price of ${model === null ? "a model" : visibleLine(model)} is not known: writ config 'prices.${model ?? "MODEL"}' "IN OUT"`
      : `${count(tokens)} tokens x $${price.input} a million (${visibleLine(model!)}) = ${formatUsd(usd)}`,
  ];
}

function breakEvenText({
  drafting: { usage },
  asking,
  runs,
  breakEvenRuns,
}: CommandStats): readonly string[] {
  if (asking === null || runs === null || breakEvenRuns === null) return ["not known"];
  const inMoney = asking.usd !== null && (usage === null || usage.costUsd !== undefined);
  const each = inMoney ? asking.usd! / runs.counted : asking.tokens / runs.counted;
  const spent = usage === null ? 0 : inMoney ? usage.costUsd! : usage.inputTokens + usage.outputTokens;
  const word = (amount: number) => (inMoney ? formatUsd(amount) : `${count(Math.round(amount))} tokens`);
  const total = word(inMoney ? asking.usd! : asking.tokens);
  return [
    `${total} / ${plural(runs.counted, "run")} = ${word(each)} a run`,
    breakEvenRuns === 0
      ? "nothing was spent on drafting: from the first run on"
      : `${word(spent)} / ${word(each)} a run: after ${plural(breakEvenRuns, "run")}`,
  ];
}

function plural(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? "" : "s"}`;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
