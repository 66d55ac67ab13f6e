import { flagOf } from "../terms/argv.ts";
import type { Limits } from "../terms/limit.ts";
import type { OptionSchema, OptionSpec } from "../terms/option.ts";
import { RUN_FILE_ALIVE } from "./layers/parent-death.ts";
import { endingCases } from "./run-file-endings.ts";
import { type Noted, noteLines } from "./run-file-note.ts";
import { type Unchanged, unchangedCheck } from "./run-file-unchanged.ts";
import { quote } from "./sh-quote.ts";

/** What a run file is made from. Paths are absolute. */
export interface RunFileRequest extends Omit<Unchanged, "sha256sum">, Noted {
  /** The installation it belongs to: its folder, with `bin/writ` in it, and what its build is called. */
  readonly root: string;
  readonly buildId: string;
  /** The `sed` script that makes hidden characters visible. */
  readonly visibleScript: string;
  /** Program and arguments of the direct plan, up to and with the invocation; and its whole environment. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly schema: OptionSchema;
  readonly limits: Limits;
  readonly programs: ShortWayPrograms;
  /** Of the granted paths those that may be written: files. */
  readonly writable: readonly string[];
}

/** Programs of the system that a run file starts, each by its whole path: what is on PATH is anybody's. */
export const SHORT_WAY_PROGRAMS = ["sha256sum", "sed", "wc"] as const;
export type ShortWayPrograms = Readonly<Record<(typeof SHORT_WAY_PROGRAMS)[number], string>>;

/**
 * The short way of a kept command: a POSIX sh script that starts the sealed engine without Node. It does only
 * what is plain: the command's own options, one regular FILE or a piped stdin, neither stdin nor stdout on a
 * terminal. Anything else, also a changed snippet, takes the long way through Node, which decides. The `case` over
 * the words is made from the option schema, to tell FILEs from values; values are judged by the runner in the child.
 *
 * Two pipes are made by sh itself: POSIX has no word for one, but where a here-document is a pipe (dash, and bash
 * from 5.1) its other end can be opened through /proc. One has its writing end in this shell alone, so that the
 * stage sees whether this shell still lives; the other takes the child's stderr to a terminal, through a filter.
 * No file has a name for it, so none stays. Where this cannot be, the long way is taken.
 *
 * What this does not do: it has no watchdog, so memory is bounded by the engine's heap and RLIMIT_DATA alone.
 */
export function runFile(request: RunFileRequest): string {
  const { name, root, buildId, limits, programs } = request;
  const note = noteLines(request);
  return `#!/bin/sh
# Made by writ for the command ${name}; made again when it is approved again or writ is upgraded.
set -u
self=\${WRIT_RUN_FILE-$0}
build=\${WRIT_BUILD-${quote(`${root} `)}}
long() { WRIT_LONG=1 exec "\${build% *}/bin/writ" run ${quote(name)} "$@" 3<&- 6<&- 7>&- ${RUN_FILE_ALIVE}<&- 9>&-; }
ended() { printf 'writ: %s: %s\\n' ${quote(name)} "$1" >&2; exit "$2"; }
[ "$build" = ${quote(`${root} ${buildId}`)} ] || long "$@"
if [ -t 0 ] || [ -t 1 ]; then long "$@"; fi
${unchangedCheck({ ...request, sha256sum: programs.sha256sum })}want='' files=0 file='' cpu=''
for word do
  if [ -n "$want" ]; then want=''; continue; fi
  case $word in
${optionCases(request.schema.options)}    -*) long "$@" ;;
    *.gz | *.zst | *.yaml | *.yml | *.toml) long "$@" ;;
    *) files=$((files + 1)) file=$word ;;
  esac
done
if [ -n "$want" ] || [ "$files" -gt 1 ]; then long "$@"; fi
if [ "$files" -eq 1 ]; then
  if [ ! -f "$file" ] || [ ! -r "$file" ]; then long "$@"; fi
  command exec 3<"$file" || long "$@"
${cpuLimit(limits, programs.wc)}else
  [ -d /dev/stdin ] && long "$@"
  exec 3<&0
  file=stdin
fi
# The engine writes to what never says that it would have to wait (O_NONBLOCK, octal 4000): Node makes it so.
flags=''
{ read -r flags && read -r flags; } 2>/dev/null </proc/self/fdinfo/1
case $flags in *[4567]???) long "$@" ;; esac
# What is read must not grow by what is written: the long way names it.
if [ -f /dev/stdout ] && [ /proc/self/fd/3 -ef /dev/stdout ]; then long "$@"; fi
${request.granted.map(outputCheck).join("")}${request.writable.map(inputCheck).join("")}exec ${RUN_FILE_ALIVE}<<END

END
{ [ -p /proc/self/fd/${RUN_FILE_ALIVE} ] && command exec 9>/proc/self/fd/${RUN_FILE_ALIVE}; } 2>/dev/null || long "$@"
${filtered(programs.sed, request.visibleScript)}${note.before}# In the background and waited for, so that a signal to this shell ends the child too.
${start(request)} "$file" "$@" <&3 3<&- 2>&7 7>&- 9>&- &
child=$!
${note.after}stop() { kill -KILL "$child" 2>/dev/null; [ -z "$filter" ] || wait "$filter"; exit "$1"; }
trap 'stop 130' INT
trap 'stop 143' TERM
trap 'stop 129' HUP
exec 3<&- 7>&- ${RUN_FILE_ALIVE}<&-
wait "$child" 2>/dev/null
code=$?
[ -z "$filter" ] || wait "$filter"
case $code in
${endingCases(limits)}esac
`;
}

// A file that is written must be neither read nor where the result goes: the long way names it.
function inputCheck(path: string): string {
  return `if [ /proc/self/fd/3 -ef ${quote(path)} ]; then long "$@"; fi\n`;
}

function outputCheck(path: string): string {
  return path.endsWith("/") ? "" : `if [ /dev/stdout -ef ${quote(path)} ]; then long "$@"; fi\n`;
}

function start({ stage, env, argv }: RunFileRequest): string {
  const variables = Object.entries(env).map(([key, value]) => quote(`${key}=${value}`));
  // The stage gives the engine its own environment; without one this is the place.
  const clean = stage === null ? ["/usr/bin/env", "-i", ...variables] : [];
  return [...clean, ...argv.map(quote)].join(" ");
}

// The filter takes bytes for UTF-8: a terminal that does not is the long way's.
function filtered(sed: string, script: string): string {
  return `filter=''
if [ -t 2 ]; then
  case \${LC_ALL:-\${LC_CTYPE:-\${LANG-}}} in *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;; *) long "$@" ;; esac
  [ -r ${quote(script)} ] || long "$@"
  exec 6<<END

END
  { [ -p /proc/self/fd/6 ] && command exec 7>/proc/self/fd/6 && read -r _ <&6; } 2>/dev/null || long "$@"
  LC_ALL=C ${quote(sed)} -f ${quote(script)} <&6 6<&- >&2 3<&- 7>&- ${RUN_FILE_ALIVE}<&- 9>&- &
  filter=$!
  exec 6<&-
else
  exec 7>&2
fi
`;
}

// 60 s and 1 s for each 10 MB; soft first, the hard limit a second later, one call each (see limits/cpu.ts).
function cpuLimit({ cpuMs }: Limits, wc: string): string {
  if (cpuMs !== null) return "";
  return `  bytes=$(${quote(wc)} -c <"$file") || long "$@"
  cpu=$((61 + bytes / 10000000))
  ulimit -S -t "$cpu" 2>/dev/null
  ulimit -H -t "$((cpu + 1))" 2>/dev/null
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
