import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredApproval } from "../../keep/approval-list.ts";
import { approvalKey } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { commandPaths } from "../../keep/locate-command.ts";
import { type Places, statePaths } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Approval } from "../../terms/command.ts";
import { formatBytes, formatMs, formatRecords, LATER_LIMITS, type Limits } from "../../terms/limit.ts";
import { visibleLine } from "../../terms/visible.ts";
import { textTable } from "../faces/text-table.ts";

/** A stored yes, and the command that runs by it now; null: none does. */
export interface ListedApproval extends Approval {
  readonly usedBy: string | null;
}

/** Each stored yes with the command that runs by it. */
export function listedApprovals(
  places: Places,
  approvals: readonly StoredApproval[],
): readonly ListedApproval[] {
  const users = usersOf(places);
  return approvals.map(({ key, approval }) => ({ ...approval, usedBy: users.get(key) ?? null }));
}

/** The commands by the key of the yes they run by, their snippets still being what was approved. */
function usersOf(places: Places): ReadonlyMap<string, string> {
  const runs = join(places.state, "runs");
  const projects = join(runs, "project");
  const folders = [
    statePaths(places.state).runs,
    ...(existsSync(projects) ? readdirSync(projects).map((one) => join(projects, one)) : []),
  ];
  return new Map(
    folders.flatMap((folder) =>
      namesIn(folder).flatMap((name) => {
        const compiled = readCompiled(folder, name);
        if (!compiled) return [];
        const { snippet } = commandPaths(compiled.project ?? places.data, name);
        const isSame = existsSync(snippet) && sha256(readFileSync(snippet)) === compiled.sha256;
        return isSame ? [[approvalKey(compiled), name] as const] : [];
      }),
    ),
  );
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : []));
}

/** The approvals as a table, in the order given. */
export function approvalTable(listed: readonly ListedApproval[]): string {
  const rows = listed.map((one) => [
    one.name === "" ? "-" : one.name,
    one.origin,
    one.sha256.slice(0, 12),
    one.capabilities.length === 0 ? "nothing" : one.capabilities.join(", "),
    limitsText(one.limits),
    one.requiredLevel,
    one.at.slice(0, 16).replace("T", " "),
    one.usedBy ?? "unused",
  ]);
  const header = ["NAME", "ORIGIN", "SHA256", "TOUCHES", "LIMITS", "SANDBOX", "WHEN (UTC)", "RUNS"];
  return textTable(
    header,
    rows.map((row) => row.map((cell) => visibleLine(cell))),
  );
}

function limitsText({ cpuMs, wallMs, memoryBytes, outputBytes, records, lineBytes }: Limits): string {
  return [
    `memory ${formatBytes(memoryBytes)}`,
    ...(cpuMs === null ? [] : [`CPU ${formatMs(cpuMs)}`]),
    ...(wallMs === null ? [] : [`time ${formatMs(wallMs)}`]),
    ...(outputBytes === null ? [] : [`output ${formatBytes(outputBytes)}`]),
    // Absent in what was approved before these were kept.
    ...(records == null ? [] : [formatRecords(records)]),
    ...((lineBytes ?? LATER_LIMITS.lineBytes) === LATER_LIMITS.lineBytes
      ? []
      : [`lines ${formatBytes(lineBytes)}`]),
  ].join(", ");
}
