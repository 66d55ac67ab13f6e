import { pathToFileURL } from "node:url";
import type { Rule } from "../../check/rule.ts";
import type { Finding, Range, Severity } from "../../terms/verdict.ts";
import type { Checked } from "./check-bytes.ts";

/** A file that could not be read, and why. */
export interface Unread {
  readonly file: string;
  readonly unread: string;
}

/**
 * Findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0 of OASIS, for code scanning services and
 * editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns count UTF-16 units from 1.
 */
export function sarifLog(options: {
  readonly checked: readonly Checked[];
  readonly unread: readonly Unread[];
  readonly rules: readonly Rule[];
  readonly version: string;
}): object {
  const { checked, unread, rules, version } = options;
  const indices = new Map(rules.map(({ name }, index) => [name, index]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "writ", semanticVersion: version, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notification) },
        ],
        results: checked.flatMap(({ file, verdict }) =>
          verdict.findings.map((finding) => result(file, finding, indices.get(finding.rule))),
        ),
      },
    ],
  };
}

const LEVELS = { refuse: "error", warn: "warning", note: "note" } as const satisfies Record<Severity, string>;

function descriptor({ name, severity, summary, reason, hint }: Rule): object {
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: `${reason[0]!.toUpperCase()}${reason.slice(1)}.` },
    ...(hint && { help: { text: hint } }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(file: string, finding: Finding, ruleIndex: number | undefined): object {
  const { rule, severity, range, message, reason, hint, related = [] } = finding;
  const text = [`${message}: ${reason}.`, ...(hint ? [`Try: ${hint}.`] : [])].join(" ");
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: place(file, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: one.message },
        physicalLocation: place(file, one.range),
      })),
    }),
  };
}

function notification({ file, unread }: Unread): object {
  return {
    level: "error",
    message: { text: `cannot be read: ${unread}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  };
}

function place(file: string, range: Range): object {
  const { start, end, line, column, endLine, endColumn } = range;
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: line,
      startColumn: column + 1,
      endLine,
      endColumn: endColumn + 1,
      charOffset: start,
      charLength: end - start,
    },
  };
}

/** A relative path stays relative, so that the log means the same in another checkout. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (file.startsWith("/")) return pathToFileURL(file).href;
  return file.split("/").map(encodeURIComponent).join("/");
}
