import type { Share } from "./judge-result.ts";
import { ENDINGS, type Summary } from "./summary.ts";

/** One set as text. A figure that nothing was measured for is "not measured". Pure. */
export function reportOf(summary: Summary): string {
  const { set, tasks, endings, by, skipped } = summary;
  const skips = skipped.map(({ what, count }) => `  ${count} ${what}`);
  const skippedCount = skipped.reduce((sum, { count }) => sum + count, 0);
  const head = `${set}: ${tasks} ${tasks === 1 ? "task" : "tasks"}, ${skippedCount} skipped`;
  if (tasks === 0) return [head, ...skips, "  first draft right: not measured"].join("\n");
  return [
    head,
    ...skips,
    `  replies: ${sourcesText(summary)}`,
    `  first draft right ${percent(endings.first, tasks)} · right after repair ${percent(endings.first + endings.repaired, tasks)} · wrong ${endings.wrong} · crashed ${endings.crashed} · refused ${endings.refused} · no draft ${endings["no-draft"]}`,
    ...by.map(({ what, count }) => `    ${count} ${what}`),
    `  examples given ${shareText(summary.given)} · unseen inputs right ${shareText(summary.unseen)}`,
    `  regenerations ${summary.regenerations} · tokens ${tokensText(summary)} · latency ${latencyText(summary)}`,
    ...labelLines(summary),
  ].join("\n");
}

function labelLines({ labels }: Summary): readonly string[] {
  if (labels.length === 0) return [];
  const row = (cells: readonly (string | number)[]) =>
    `  ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(9))).join("")}`;
  return [
    row(["MEASURED ELSEWHERE", ...ENDINGS]),
    ...labels.map(({ label, endings }) => row([label, ...ENDINGS.map((ending) => endings[ending])])),
  ];
}

function sourcesText({ sources }: Summary): string {
  const said = Object.entries(sources).filter(([, count]) => count > 0);
  return said.map(([source, count]) => `${count} ${source}`).join(", ");
}

function tokensText({ tokens }: Summary): string {
  if (tokens.input === 0) return `not measured (about ${tokens.output} out)`;
  return `${tokens.input} in, ${tokens.output} out${tokens.isEstimated ? " (estimated, all or in part)" : ""}`;
}

function latencyText({ latencyMs }: Summary): string {
  return latencyMs === null ? "not measured" : `median ${latencyMs.median} ms, most ${latencyMs.most} ms`;
}

function shareText({ right, all }: Share): string {
  return all === 0 ? "none" : `${right} of ${all} (${percent(right, all)})`;
}

function percent(part: number, all: number): string {
  return `${((part / all) * 100).toFixed(1)} %`;
}
