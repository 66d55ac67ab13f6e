import type { Layer } from "./layer.ts";

// `cap FLAG SIDE VALUE`: one `ulimit` call (dash takes no more, and would go on unlimited). It fails where whoever
// started us set a stricter hard limit, which then stays as it is; any other failure ends with 125.
const CAP =
  'cap() { ulimit -$2 -$1 "$3" 2>/dev/null && return; have=$(ulimit -H -$1) && [ "$have" -lt "$3" ] 2>/dev/null || exit 125; }';

/** Resource limits set by the starting shell, before the engine starts. */
export const resourceLimits: Layer = {
  name: "resource limits",
  stops: "endless CPU, endless memory, core dumps, many open files",
  apply: (inner, { ulimits }) => {
    const calls = ulimits.flatMap(({ flag, side, value }) =>
      [...side.slice(1)].map((one) => `cap ${flag} ${one} ${value}`),
    );
    const script = [CAP, ...calls, 'exec "$@"'].join("; ");
    return { argv: ["/bin/sh", "-c", script, "sh", ...inner.argv], env: inner.env };
  },
};
