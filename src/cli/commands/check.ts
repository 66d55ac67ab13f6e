import { Option } from "commander";
import { rulePage } from "../../check/rule-pages.ts";
import { RULES } from "../../check/rules/index.ts";
import { type ResidentTypeChecker, residentTypeChecker } from "../../host/resident-type-checker.ts";
import { typeCheckerPath } from "../../host/type-checker.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { Verdict } from "../../terms/verdict.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import { type Checked, checkBytes } from "../check/check-bytes.ts";
import { checkCode } from "../check/check-code.ts";
import { checkedText, type Ended, ended, summaryText } from "../check/check-text.ts";
import { gather, isFolder } from "../check/gather.ts";
import { ruleNamed, rulesText } from "../check/rule-text.ts";
import { sarifLog, type Unread } from "../check/sarif.ts";
import type { Context } from "../context.ts";
import { print, tell } from "../faces/print.ts";
import { version } from "../installation.ts";

/**
 * `writ check FILE…`: findings on stdout, exit 3 if any file is refused. A file that cannot be read does not keep the
 * others from being checked; it is named on stderr, and the exit code is 66. Executes nothing.
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const program = newProgram(
    "writ check",
    "The static check on any file. It informs and refuses the obvious; the wall is the sandbox.",
  )
    .argument("[files...]", "snippets, or folders of them; - is stdin")
    .addOption(sharedOptions.json().conflicts("sarif"))
    .addOption(new Option("--sarif", "as SARIF 2.1.0, for code scanning services and editors"))
    .addOption(new Option("--rules", "list the rules").conflicts(["explain", "sarif"]))
    .addOption(
      new Option("--explain <rule>", "what a rule refuses and why, with examples").conflicts("sarif"),
    );
  const parsed = await parseProgram(program, argv);
  if (!parsed) return EXIT.done;
  const { rules, explain, json, sarif } = parsed.opts();
  if (rules || explain !== undefined) return tellRules({ explain, json, files: parsed.args });
  if (parsed.args.length === 0) throw usage("`writ check` needs a file, a folder, or - for stdin");
  if (parsed.args.filter((name) => name === "-").length > 1)
    throw usage("stdin can be read once: - stands twice");
  const typescript = openTypeScript();
  const judge = (source: string) => checkCode(source, { signal: context.signal, resident: typescript });
  try {
    if (json) return await inOne(parsed.args, judge, asRows);
    if (sarif) return await inOne(parsed.args, judge, asSarif);
    return await oneByOne(parsed.args, judge);
  } finally {
    await typescript?.close();
  }
}

type Judge = (source: string) => Promise<Verdict>;

/** It starts with the first text that does not parse. */
function openTypeScript(): ResidentTypeChecker | null {
  const executable = typeCheckerPath();
  return executable === null ? null : residentTypeChecker(executable);
}

function usage(problem: string): WritError {
  return new WritError({ kind: "usage", problem, help: "see `writ check --help`" });
}

async function tellRules(asked: {
  readonly explain: string | undefined;
  readonly json: boolean | undefined;
  readonly files: readonly string[];
}): Promise<ExitCode> {
  const { explain, json, files } = asked;
  if (files.length > 0) throw usage("--rules and --explain tell about rules, and take no file");
  const rules = explain === undefined ? RULES : [ruleNamed(explain, RULES)];
  const text = explain === undefined ? rulesText(rules) : rules.map(rulePage).join("");
  await print(json ? `${JSON.stringify(rules, null, 2)}\n` : text);
  return EXIT.done;
}

/** Each file is told of as soon as it is checked; of the accepted ones in folders, only what was found in them. */
async function oneByOne(names: readonly string[], judge: Judge): Promise<ExitCode> {
  const quiet = names.some(isFolder);
  const all: Ended[] = [];
  let unread = 0;
  for (const one of gather(names)) {
    if ("unread" in one) {
      tellUnread(one);
      unread++;
      continue;
    }
    const checked = await checkBytes(one.file, one.bytes, judge);
    all.push(ended(checked));
    if (!quiet || checked.verdict.findings.length > 0) await print(checkedText(checked));
  }
  if (quiet || all.length + unread > 1) await print(summaryText(all, unread));
  return exitCode(
    all.every(({ accepted }) => accepted),
    unread,
  );
}

/** All files as one document. */
async function inOne(
  names: readonly string[],
  judge: Judge,
  document: (checked: readonly Checked[], unread: readonly Unread[]) => string,
): Promise<ExitCode> {
  const checked: Checked[] = [];
  const unread: Unread[] = [];
  for (const one of gather(names)) {
    if ("unread" in one) unread.push(one);
    else checked.push(await checkBytes(one.file, one.bytes, judge));
  }
  unread.forEach(tellUnread);
  await print(document(checked, unread));
  return exitCode(
    checked.every(({ verdict }) => verdict.accepted),
    unread.length,
  );
}

function exitCode(accepted: boolean, unread: number): ExitCode {
  if (unread > 0) return EXIT.noInput;
  return accepted ? EXIT.done : EXIT.refused;
}

function tellUnread({ file, unread }: Unread): void {
  const { title, help } = wordFailure({ kind: "input-missing", input: file, detail: unread });
  tell(visibleLine(`writ: ${title}`));
  if (help) tell(`  ${help}`);
}

function asRows(checked: readonly Checked[]): string {
  return `${JSON.stringify(checked.map(asRow), null, 2)}\n`;
}

function asRow({ file, verdict }: Checked): object {
  return {
    file,
    accepted: verdict.accepted,
    findings: verdict.findings,
    capabilities: verdict.capabilities,
    options: verdict.accepted ? verdict.schema : null,
  };
}

function asSarif(checked: readonly Checked[], unread: readonly Unread[]): string {
  return `${JSON.stringify(sarifLog({ checked, unread, rules: RULES, version: version() }), null, 2)}\n`;
}
