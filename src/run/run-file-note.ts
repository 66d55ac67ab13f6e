import { quote } from "./sh-quote.ts";

/** Which file a run is noted in, and as what. The path is absolute. */
export interface Noted {
  readonly notes: string;
  readonly name: string;
}

/**
 * A run file's note of its run, with nothing but the shell's own commands: one line at the end of a file that is there
 * already. sh has no clock; the seconds since the machine started (proc(5), uptime) and which start that was say when.
 * What cannot be noted is not, and the run's own ending stays what it is: also where the caller's own limit on files
 * would send a signal (XFSZ) in place of an error. Before the child is started: the first lines;
 * after it: the others.
 */
export function noteLines({ notes, name }: Noted): { readonly before: string; readonly after: string } {
  const form = `{"v":1,"name":"${name}","boot":"%s","from":%s,"to":%s,"exitCode":%s,"bytesIn":%s}\\n`;
  return {
    before: `from='' bytes=\${bytes:-null}
{ read -r from _; } 2>/dev/null </proc/uptime
`,
    after: `note() {
  trap '' XFSZ
  [ -f ${quote(notes)} ] && [ -n "$from" ] && read -r to _ </proc/uptime && read -r boot </proc/sys/kernel/random/boot_id &&
    printf ${quote(form)} "$boot" "$from" "$to" "$1" "$bytes" >>${quote(notes)}
} 2>/dev/null
trap 'note "$?"' EXIT
`,
  };
}
