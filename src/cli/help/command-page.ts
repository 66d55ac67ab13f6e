import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import type { Places } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import { wordCapabilities } from "../../terms/capability-wording.ts";
import type { StoredCommand } from "../../terms/command.ts";
import { wordReading } from "../../terms/reading-wording.ts";
import { wordReads } from "../../terms/reads.ts";
import { visible } from "../../terms/visible.ts";

/** A command as it lies on disk, as text. Control characters are made visible. */
export function describeCommand(
  command: StoredCommand,
  { approved, reads }: { readonly approved: string; readonly reads: string },
): string {
  const { name, origin, head, directive, code, paths } = command;
  const rows: readonly (readonly [string, string])[] = [
    ["command", `${name} (${origin})`],
    ["does", head.description],
    ["directive", directive.replace(/\s*\n\s*/g, " ")],
    ...(head.input ? [["input", `${head.input.format}: ${head.input.record}`] as const] : []),
    ...(head.reading ? [["read with", wordReading(head.reading)] as const] : []),
    ["fields read", reads],
    ...(head.options ? [["options", JSON.stringify(head.options)] as const] : []),
    ["examples", String(head.examples.length)],
    [
      "asks for",
      head.capabilities.length > 0 ? wordCapabilities(head.capabilities) : "nothing beyond its input",
    ],
    ...(head.model ? [["drafted by", head.model] as const] : []),
    ["approved", approved],
    ["files", `${paths.directive}\n            ${paths.snippet}`],
  ];
  const top = rows.map(([label, text]) => `${label.padEnd(11)} ${visible(text)}\n`).join("");
  return `${top}\n${visible(code).trimEnd()}\n`;
}

/** Which fields of its records the code looks at, in words; the readers leave out the others. */
export async function fieldsRead(places: Places, { name, origin, code }: StoredCommand): Promise<string> {
  const compiled = readCompiled(compiledFolder(places, origin), name);
  if (compiled?.sha256 === sha256(code)) return wordReads(compiled.reads);
  const { check } = await import("../../check/check.ts");
  const verdict = check(code);
  return verdict.accepted ? wordReads(verdict.reads) : "unknown: the check refuses it";
}

/** Whether a run of it would ask, and why. */
export function approvalState(places: Places, { name, origin, code }: StoredCommand): string {
  const compiled = readCompiled(compiledFolder(places, origin), name);
  if (!compiled) return "no: the next run asks";
  if (compiled.sha256 !== sha256(code)) return "no: it changed since, the next run asks";
  if (origin === "shipped") return "by installation";
  return isApproved(places.state, compiled) ? "yes" : "no: the next run asks";
}
