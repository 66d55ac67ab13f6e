import type { Layer } from "./layer.ts";

/**
 * Resource limits set by the starting shell, one `ulimit` call each (dash takes no more, and would go on
 * unlimited); any that cannot be set ends with 125 before the engine starts.
 */
export const resourceLimits: Layer = {
  name: "resource limits",
  stops: "endless CPU, endless memory, core dumps, many open files",
  apply: (inner, { ulimits }) => {
    const calls = ulimits.map(({ flag, side, value }) =>
      [...side.slice(1)].map((one) => `ulimit -${one} -${flag} ${value} || exit 125`).join("; "),
    );
    const script = [...calls, 'exec "$@"'].join("; ");
    return { argv: ["/bin/sh", "-c", script, "sh", ...inner.argv], env: inner.env };
  },
};
