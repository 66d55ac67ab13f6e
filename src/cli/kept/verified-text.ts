import { visibleLine } from "../../terms/visible.ts";
import { failedLines } from "../faces/executed-text.ts";
import { textTable } from "../faces/text-table.ts";
import type { Verified, VerifiedPart } from "./verify-command.ts";

const PARTS = ["hash", "safety", "types", "examples"] as const satisfies readonly VerifiedPart["part"][];

/** What came of verifying commands: a table, what failed in full, and a line that adds up. */
export function verifiedText(verified: readonly Verified[]): string {
  const table = textTable(
    ["command", "origin", ...PARTS],
    verified.map((one) => [one.name, one.origin, ...PARTS.map((part) => visibleLine(cellOf(one, part)))]),
  );
  const failed = verified.flatMap((one) => {
    const lines = one.parts.filter(({ status }) => status === "failed").flatMap(failureLines);
    return lines.length === 0 ? [] : ["", one.name, ...lines];
  });
  const broken = verified.filter(({ parts }) => parts.some(({ status }) => status === "failed")).length;
  const all = `${verified.length} ${verified.length === 1 ? "command" : "commands"}`;
  const sum = broken === 0 ? `${all}: nothing failed` : `${all}: ${broken} failed`;
  return `${[table.trimEnd(), ...failed, "", sum].join("\n")}\n`;
}

/** The same for programs. */
export function verifiedRow({ name, origin, parts }: Verified) {
  return { name, origin, passed: parts.every(({ status }) => status !== "failed"), parts };
}

function cellOf({ parts }: Verified, part: VerifiedPart["part"]): string {
  const found = parts.find((one) => one.part === part);
  if (found === undefined) return "-";
  if (part === "examples") return found.detail;
  return found.status === "not-run" ? "not run" : found.status;
}

function failureLines({ part, detail, findings = [], examples = [] }: VerifiedPart): readonly string[] {
  const places = findings.map(({ range, message }) => `    line ${range.line}: ${message}`);
  const lines = [`  ${part}: ${detail}`, ...places].map(visibleLine);
  return [...lines, ...failedLines(examples).map((line) => `  ${line}`)];
}
