import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { findCommand } from "../../keep/library.ts";
import type { Places } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { StoredCommand } from "../../terms/command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { visible } from "../../terms/visible.ts";
import type { Context } from "../context.ts";
import { print } from "../print.ts";
import { newProgram, parseProgram, sharedOptions } from "../program.ts";

/** `writ show NAME`: a command as it lies on disk. Runs nothing; control characters are made visible. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const program = newProgram("writ show", "A command's directive, approval and code. Runs nothing.")
    .argument("<name>")
    .addOption(sharedOptions.json());
  const parsed = await parseProgram(program, argv);
  if (!parsed) return EXIT.done;
  const command = findCommand(places, parsed.args[0]!);
  const approved = approval(places, command);
  await print(
    parsed.opts().json
      ? `${JSON.stringify({ ...command, approved }, null, 2)}\n`
      : describe(command, approved),
  );
  return EXIT.done;
}

function describe(command: StoredCommand, approved: string): string {
  const { name, origin, head, directive, code, paths } = command;
  const rows: readonly (readonly [string, string])[] = [
    ["command", `${name} (${origin})`],
    ["does", head.description],
    ["directive", directive.replace(/\s*\n\s*/g, " ")],
    ...(head.input ? [["input", `${head.input.format}: ${head.input.record}`] as const] : []),
    ...(head.options ? [["options", JSON.stringify(head.options)] as const] : []),
    ["examples", String(head.examples.length)],
    ["asks for", head.capabilities.length > 0 ? head.capabilities.join(", ") : "nothing beyond its input"],
    ...(head.model ? [["drafted by", head.model] as const] : []),
    ["approved", approved],
    ["files", `${paths.directive}\n            ${paths.snippet}`],
  ];
  const top = rows.map(([label, text]) => `${label.padEnd(11)} ${visible(text)}\n`).join("");
  return `${top}\n${visible(code).trimEnd()}\n`;
}

function approval(places: Places, { name, origin, code }: StoredCommand): string {
  const compiled = readCompiled(compiledFolder(places, origin), name);
  if (!compiled) return "no: the next run asks";
  if (compiled.sha256 !== sha256(code)) return "no: it changed since, the next run asks";
  if (origin === "shipped") return "by installation";
  return isApproved(places.state, compiled) ? "yes" : "no: the next run asks";
}
