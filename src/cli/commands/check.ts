import { readFileSync } from "node:fs";
import { check } from "../../check/check.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { codeFrame } from "../../terms/frame.ts";
import type { Verdict } from "../../terms/verdict.ts";
import { visibleLine } from "../../terms/visible.ts";
import type { Context } from "../context.ts";
import { print } from "../print.ts";
import { newProgram, parseProgram, sharedOptions } from "../program.ts";

interface Checked {
  readonly file: string;
  readonly source: string;
  readonly verdict: Verdict;
}

/** `writ check FILE…`: findings on stdout, exit 3 if any file is refused. Executes nothing. */
export async function run(argv: readonly string[], _context: Context): Promise<ExitCode> {
  const program = newProgram(
    "writ check",
    "The static check on any file. It informs and refuses the obvious; the wall is the sandbox.",
  )
    .argument("<files...>", "snippets; - is stdin")
    .addOption(sharedOptions.json());
  const parsed = await parseProgram(program, argv);
  if (!parsed) return EXIT.done;
  const checked = parsed.args.map(checkFile);
  await print(parsed.opts().json ? asJson(checked) : checked.map(describe).join(""));
  return checked.every(({ verdict }) => verdict.accepted) ? EXIT.done : EXIT.refused;
}

function checkFile(file: string): Checked {
  const source = readSource(file);
  return { file, source, verdict: check(source) };
}

function readSource(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const detail =
      code === "EISDIR" ? "it is a directory" : code === "ENOENT" ? "there is no such file" : code;
    throw new WritError({ kind: "input-missing", input: file, detail }, { cause: error });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const detail = `${file === "-" ? "stdin" : file} is not UTF-8 text, and a snippet must be`;
    throw new WritError({ kind: "input-malformed", detail }, { cause: error });
  }
}

function describe({ file, source, verdict }: Checked): string {
  const refusing = verdict.findings.filter(({ severity }) => severity === "refuse").length;
  const result = verdict.accepted ? "accepted" : `refused (${refusing})`;
  const capabilities = verdict.capabilities.length > 0 ? `, asks for ${verdict.capabilities.join(", ")}` : "";
  const frames = verdict.findings.map((finding) => `${codeFrame(source, finding)}\n\n`).join("");
  return `${frames}${visibleLine(file)}: ${result}${visibleLine(capabilities)}\n`;
}

function asJson(checked: readonly Checked[]): string {
  const rows = checked.map(({ file, verdict }) => ({
    file,
    accepted: verdict.accepted,
    findings: verdict.findings,
    capabilities: verdict.capabilities,
    options: verdict.accepted ? verdict.schema : null,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
