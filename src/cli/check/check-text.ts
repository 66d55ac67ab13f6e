import { codeFrame } from "../../terms/frame.ts";
import { visibleLine } from "../../terms/visible.ts";
import type { Checked } from "./check-bytes.ts";

/** How many frames are shown of one file; the others are counted. */
const FRAMES_MOST = 50;

/** One file as text: each finding with its line of code, then what it comes to. */
export function checkedText({ file, source, verdict }: Checked): string {
  const { findings, capabilities, accepted } = verdict;
  const refusing = findings.filter(({ severity }) => severity === "refuse").length;
  const result = accepted ? "accepted" : `refused (${refusing})`;
  const asks = capabilities.length > 0 ? `, asks for ${capabilities.join(", ")}` : "";
  const frames = findings.slice(0, FRAMES_MOST).map((finding) => `${codeFrame(source, finding)}\n\n`);
  const rest = findings.length - frames.length;
  const more = rest > 0 ? `and ${rest} more findings: --json has all\n\n` : "";
  return `${frames.join("")}${more}${visibleLine(file)}: ${result}${visibleLine(asks)}\n`;
}

/** What one of many files came to. */
export interface Ended {
  readonly accepted: boolean;
  readonly refusedBy: ReadonlySet<string>;
}

export function ended({ verdict }: Checked): Ended {
  const refusing = verdict.findings.filter(({ severity }) => severity === "refuse");
  return { accepted: verdict.accepted, refusedBy: new Set(refusing.map(({ rule }) => rule)) };
}

/** One line about all files, then a line for each rule that refused one, by how many files it refused. */
export function summaryText(all: readonly Ended[], unread: number): string {
  const refused = all.filter(({ accepted }) => !accepted);
  const files = new Map<string, number>();
  for (const rule of refused.flatMap(({ refusedBy }) => [...refusedBy])) {
    files.set(rule, (files.get(rule) ?? 0) + 1);
  }
  const rules = [...files].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = String(rules[0]?.[1] ?? "").length;
  const counts = [
    `${all.length - refused.length} accepted`,
    `${refused.length} refused`,
    ...(unread > 0 ? [`${unread} could not be read`] : []),
  ];
  const rows = rules.map(([rule, count]) => `  ${String(count).padStart(width)} by ${rule}\n`);
  const many = all.length + unread;
  return `${many} ${many === 1 ? "file" : "files"}: ${counts.join(", ")}\n${rows.join("")}`;
}
