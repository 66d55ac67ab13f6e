import { ownGrants } from "./landlock.ts";
import type { Layer } from "./layer.ts";

const WRITE_FILE = 1 << 1;
// What every program on macOS needs to start: its libraries, which lie in a cache.
const SYSTEM = ["/usr/lib", "/System/Library", "/System/Volumes/Preboot/Cryptexes"];

/**
 * A profile for sandbox-exec(1) of macOS: everything is denied but reading the run's own files and the system's
 * libraries, and starting the engine. Not tested on a Mac: it is used where the user's configuration asks for it by
 * that name, and then only if the probe finds that it holds.
 */
export const seatbelt: Layer = {
  name: "profile of macOS (untested)",
  stops: "files outside the run's own, network, new processes",
  isPartOf: (reached) => reached.level === "namespace" && reached.means === "sandbox-exec",
  apply: (inner, request) => ({ ...inner, profile: profile(request.engine, ownGrants(request)) }),
};

function profile(
  engine: string,
  granted: readonly { readonly path: string; readonly rights: number }[],
): string {
  const written = granted.filter(({ rights }) => rights & WRITE_FILE);
  return [
    "(version 1)",
    "(deny default)",
    `(allow process-exec (literal ${word(engine)}))`,
    `(allow file-read* ${SYSTEM.map((path) => `(subpath ${word(path)})`).join(" ")})`,
    `(allow file-read* ${granted.map(({ path }) => pathWord(path)).join(" ")})`,
    `(allow file-write* ${written.map(({ path }) => `(literal ${word(path)})`).join(" ")})`,
    "(allow sysctl-read)",
    "(deny network*)",
    "(deny process-fork)",
  ].join("\n");
}

// A granted folder ends in a slash, and stands for what is beneath it.
function pathWord(path: string): string {
  return path.endsWith("/") ? `(subpath ${word(path.slice(0, -1))})` : `(literal ${word(path)})`;
}

// A string of the profile's language, which is a Scheme.
function word(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** The command line that starts `argv` under a profile. */
export function profiled(argv: readonly string[], text: string): readonly string[] {
  return ["/usr/bin/sandbox-exec", "-p", text, ...argv];
}
