// npm run shells: every shell script of the project, and the run files that writ generates for the shipped
// commands, in the eyes of shellcheck; without shellcheck only the shell's own `-n`, and it says so.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The run file that bin/writ reads is known only when it runs. And not in POSIX, and in every sh there is: dash, bash, ksh, zsh, busybox. `[ a -nt b ]`, and `ulimit -S`, `-H`.
const EXCEPT = ["--severity=warning", "--exclude=SC1090,SC3013,SC3045"];
const WRITTEN = ["bin/writ", ".ci/run"];

const home = mkdtempSync(join(tmpdir(), "writ-shells-"));
try {
  const generated = runFiles(home);
  const there = spawnSync("shellcheck", ["--version"]).status === 0;
  const [program, ...words] = there ? ["shellcheck", ...EXCEPT] : ["sh", "-n"];
  if (!there) console.log("shellcheck is not installed: only their syntax is looked at (sh -n)");
  const stdio = ["ignore", "inherit", "inherit"] as const;
  const failed = [...WRITTEN, ...generated].filter(
    (script) => spawnSync(program!, [...words, script], { stdio: [...stdio] }).status !== 0,
  );
  process.exitCode = failed.length > 0 || generated.length === 0 ? 1 : 0;
  if (generated.length === 0)
    console.error("no run file was generated: is this machine's sandbox level known?");
  if (process.exitCode === 0) console.log(`shells: ${WRITTEN.length} written, ${generated.length} generated`);
} finally {
  rmSync(home, { recursive: true });
}

/** The run files that a first run of each shipped command writes below `home`. How those runs end is no matter. */
function runFiles(home: string): string[] {
  const env = { PATH: process.env.PATH, HOME: home };
  for (const file of readdirSync("dist/shipped")) {
    const name = file.replace(/\.json$/, "");
    spawnSync("bin/writ", ["run", name, "samples/access.log"], { env, stdio: "ignore" });
  }
  const folder = join(home, ".local/state/writ/runs/shipped");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sh"))
    .map((file) => join(folder, file));
}
