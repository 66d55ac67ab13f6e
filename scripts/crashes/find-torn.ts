import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { HALF } from "../../src/keep/clear-halves.ts";
import { readDirectiveFile } from "../../src/keep/directive-file.ts";

/** Every file of writ's under a home that is not what its name says, or that others could read, one line each. */
export function findTorn(home: string): readonly string[] {
  return entriesOf(home).flatMap((path) => {
    const fault = faultOf(path);
    return fault === null ? [] : [`${path.slice(home.length + 1)}: ${fault}`];
  });
}

function entriesOf(home: string): readonly string[] {
  return [".config", ".local/share", ".local/state"]
    .map((name) => join(home, name, "writ"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [
      folder,
      ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    ]);
}

function faultOf(path: string): string | null {
  const { mode, isFolder } = look(path);
  if ((mode & 0o077) !== 0) return `others may use it (${mode.toString(8)})`;
  if (isFolder || HALF.test(basename(path))) return null;
  const reader = READERS.find(({ of }) => of.test(path));
  if (!reader) return null;
  try {
    return reader.fault(readFileSync(path), path);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function look(path: string): { readonly mode: number; readonly isFolder: boolean } {
  const stats = statSync(path);
  return { mode: stats.mode & 0o777, isFolder: stats.isDirectory() };
}

interface Reader {
  readonly of: RegExp;
  /** What is wrong, or null. May throw instead. */
  fault(bytes: Buffer, path: string): string | null;
}

/** What each kind of file must be; the first that fits. A file that must be nothing in particular has no row. */
const READERS: readonly Reader[] = [
  { of: /\.json$/, fault: (bytes) => (JSON.parse(String(bytes)) === null ? "it says null" : null) },
  { of: /\.jsonl$/, fault: tornLine },
  { of: /\.toml$/, fault: (bytes) => (parseToml(String(bytes)) === null ? "it says nothing" : null) },
  { of: /\/directives\/[^/]+\.md$/, fault: halfCommand },
  { of: /\.sh$/, fault: (_bytes, path) => brokenScript(path) },
  {
    of: /\/stages\/[^/.]+$/,
    fault: (bytes) => (bytes.readUInt32BE(0) === 0x7f454c46 ? null : "it is no ELF file"),
  },
];

function tornLine(bytes: Buffer): string | null {
  const text = String(bytes);
  for (const line of text.split("\n").slice(0, -1)) JSON.parse(line);
  return text === "" || text.endsWith("\n") ? null : "its last line is torn";
}

/** A directive makes a command: its snippet must lie beside it, with the bytes it names. */
function halfCommand(bytes: Buffer, path: string): string | null {
  const { head } = readDirectiveFile(path, String(bytes));
  const snippet = path.replace("/directives/", "/snippets/").replace(/\.md$/, ".ts");
  if (!existsSync(snippet)) return "its snippet is not there";
  const hash = createHash("sha256").update(readFileSync(snippet)).digest("hex");
  return hash === head.sha256 ? null : "its snippet has other bytes";
}

function brokenScript(path: string): string | null {
  const { status, stderr } = spawnSync("/bin/sh", ["-n", path], { encoding: "utf8" });
  return status === 0 ? null : `sh cannot read it: ${stderr}`;
}
