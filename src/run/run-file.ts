import { flagOf } from "../terms/argv.ts";
import type { Limits } from "../terms/limit.ts";
import { formatBytes } from "../terms/limit.ts";
import type { OptionSchema, OptionSpec } from "../terms/option.ts";

/** What a run file is made from. Paths are absolute. */
export interface RunFileRequest {
  readonly name: string;
  /** The installation it belongs to: its folder, what its build is called, and how to take the long way. */
  readonly root: string;
  readonly buildId: string;
  readonly node: string;
  readonly main: string;
  /** Program and arguments of the direct plan, up to and with the invocation; and its whole environment. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly schema: OptionSchema;
  readonly limits: Limits;
  /** The snippet as it lies on disk now, its approved bytes, and the directive it was approved with. */
  readonly snippet: string;
  readonly approved: string;
  readonly directive: string;
  /** The stored yes, without which nothing is approved; null for a command approved by installation. */
  readonly approval: string | null;
  /** The user's configuration: a newer one may require another level. */
  readonly config: string;
  /** Granted paths: a folder ends in `/`. */
  readonly granted: readonly string[];
  /** The executable that applies the kernel's layers; null where the level has none. */
  readonly stage: string | null;
}

/**
 * The short way of a kept command: a POSIX sh script that starts the sealed engine without Node. It does only
 * what is plain: the command's own options, one regular FILE or a piped stdin, nothing on a terminal. Anything
 * else, also a changed snippet, takes the long way through Node, which decides. The `case` over the words is
 * made from the option schema, to tell FILEs from values; values are judged by the runner in the child.
 *
 * What this does not do: it has no watchdog, so memory is bounded by the engine's heap and RLIMIT_DATA alone.
 */
export function runFile(request: RunFileRequest): string {
  const { name, root, buildId, node, main, argv, env, schema, limits } = request;
  const variables = Object.entries(env).map(([key, value]) => quote(`${key}=${value}`));
  // The stage gives the engine its own environment; without one this is the place.
  const clean = request.stage === null ? ["/usr/bin/env", "-i", ...variables] : [];
  const start = [...clean, ...argv.map(quote)].join(" ");
  return `#!/bin/sh
# Made by writ for the command ${name}; made again when it is approved again or writ is upgraded.
set -u
long() { exec ${quote(node)} --no-warnings ${quote(main)} run ${quote(name)} "$@"; }
ended() { printf 'writ: %s: %s\\n' ${quote(name)} "$1" >&2; exit "$2"; }
[ "\${WRIT_BUILD-}" = ${quote(`${root} ${buildId}`)} ] || long "$@"
if [ -t 0 ] || [ -t 1 ] || [ -t 2 ]; then long "$@"; fi
cmp -s ${quote(request.snippet)} ${quote(request.approved)} || long "$@"
[ ${quote(request.directive)} -nt "$0" ] && long "$@"
[ ${quote(request.config)} -nt "$0" ] && long "$@"
${request.approval === null ? "" : `[ -f ${quote(request.approval)} ] || long "$@"\n`}${
  request.stage === null
    ? ""
    : `if [ ! -s ${quote(request.stage)} ] || [ ! -x ${quote(request.stage)} ]; then long "$@"; fi
`
}${request.granted.map(grantedCheck).join("")}want='' files=0 file=''
for word do
  if [ -n "$want" ]; then want=''; continue; fi
  case $word in
${optionCases(schema.options)}    -*) long "$@" ;;
    *) files=$((files + 1)) file=$word ;;
  esac
done
if [ -n "$want" ] || [ "$files" -gt 1 ]; then long "$@"; fi
if [ "$files" -eq 1 ]; then
  if [ ! -f "$file" ] || [ ! -r "$file" ]; then long "$@"; fi
${cpuLimit(limits)}  exec 3<"$file"
else
  exec 3<&0
  file=stdin
fi
# In the background and waited for, so that a signal to this shell ends the child too.
${start} "$file" "$@" <&3 3<&- &
child=$!
trap 'kill -KILL "$child"; exit 130' INT
trap 'kill -KILL "$child"; exit 143' TERM
trap 'kill -KILL "$child"; exit 129' HUP
exec 3<&-
wait "$child"
code=$?
case $code in
  0 | 1 | 2 | 65 | 129 | 130 | 143) exit "$code" ;;
  141) exit 0 ;;
  133 | 134 | 137) ended ${quote(memoryEnding(limits))} 137 ;;
  152) ended 'stopped at its CPU limit: raise it with --cpu' 124 ;;
  153) ended 'probably stopped at its output limit: raise it with --max-output' 153 ;;
  125) ended 'a layer of the sandbox could not be applied: see writ doctor' 125 ;;
  126 | 127) ended 'the engine could not be started: install writ again' 125 ;;
  *) exit 1 ;;
esac
`;
}

// What is not there as it was approved is the long way's to make or to name. A symbolic link on the way to it is the
// stage's to refuse.
function grantedCheck(path: string): string {
  const there = path.endsWith("/") ? "-d" : "-f";
  const word = quote(path.replace(/\/$/, ""));
  return `if [ ! ${there} ${word} ] || [ -h ${word} ]; then long "$@"; fi\n`;
}

/** One word of sh, whatever is in it. */
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// 60 s and 1 s for each 10 MB; soft first, the hard limit a second later, one call each (see limits/cpu.ts).
function cpuLimit({ cpuMs }: Limits): string {
  if (cpuMs !== null) return "";
  return `  bytes=$(wc -c <"$file") || long "$@"
  seconds=$((61 + bytes / 10000000))
  ulimit -S -t "$seconds" 2>/dev/null
  ulimit -H -t "$((seconds + 1))" 2>/dev/null
`;
}

function optionCases(options: readonly OptionSpec[]): string {
  return options
    .map((spec) => {
      const flags = [...new Set([flagOf(spec), `-${spec.name}`, `--${spec.name}`])];
      if (spec.type === "boolean") {
        const off = new Set([`--no-${spec.name}`, flagOf(spec).replace(/^--?/, "--no-")]);
        return `    ${[...flags, ...off].join(" | ")}) ;;\n`;
      }
      return `    ${flags.join(" | ")}) want=1 ;;\n    ${flags.map((flag) => `${flag}=*`).join(" | ")}) ;;\n`;
    })
    .join("");
}

function memoryEnding({ memoryBytes }: Limits): string {
  return `probably stopped at its memory limit (${formatBytes(memoryBytes)}): raise it with --memory ${formatBytes(memoryBytes * 2)}`;
}
