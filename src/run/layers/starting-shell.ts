import type { Sealing } from "./layer.ts";

// `cap FLAG SIDE VALUE`: one `ulimit` call (dash takes no more, and would go on unlimited). It fails where whoever
// started us set a stricter hard limit, which then stays as it is; any other failure ends with 125.
const CAP =
  'cap() { ulimit -$2 -$1 "$3" 2>/dev/null && return; have=$(ulimit -H -$1) && [ "$have" -lt "$3" ] 2>/dev/null || exit 125; }';

// The letter, and in how many of our units the shell counts.
const FLAGS = {
  cpu: { flag: "t", unit: 1 },
  data: { flag: "d", unit: 1024 },
  core: { flag: "c", unit: 512 },
  files: { flag: "n", unit: 1 },
} as const;

// A process that outlives this shell, which becomes the run: when writ's end of a pipe is gone, it ends the process group that
// the shell leads, itself among it. It holds no other stream of the run.
const WATCHER = (descriptor: number) =>
  `{ read -r _ <&${descriptor}; kill -9 -$$; } </dev/null >/dev/null 2>&1 3>&- 4>&- &`;

/**
 * A command line that sets these limits, closes these descriptors (below 10) and becomes `argv`. Exit 125 where one
 * limit cannot be set. With nothing to do there is no shell. `diesWith` takes a shell that leads its process group.
 */
export function startingShell(
  { ulimits, closes, diesWith }: Pick<Sealing, "ulimits" | "closes" | "diesWith">,
  argv: readonly string[],
): readonly string[] {
  if (ulimits.length === 0 && closes.length === 0 && diesWith === null) return argv;
  const closing = closes.length === 0 ? [] : [`exec ${closes.map((number) => `${number}<&-`).join(" ")}`];
  const calls = ulimits.flatMap(({ resource, soft, hard }) => {
    const { flag, unit } = FLAGS[resource];
    return [`cap ${flag} S ${Math.ceil(soft / unit)}`, `cap ${flag} H ${Math.ceil(hard / unit)}`];
  });
  const script = [CAP, ...calls, ...closing, 'exec "$@"'].join("; ");
  return ["/bin/sh", "-c", diesWith === null ? script : `${WATCHER(diesWith)} ${script}`, "sh", ...argv];
}
