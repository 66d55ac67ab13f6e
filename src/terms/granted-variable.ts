/** What a granted variable is called in the child: `LD_PRELOAD` or `NODE_OPTIONS` are then names like any other. */
export function variableOf(name: string): string {
  return GRANTED_PREFIX + name;
}

/** Eight characters, so that the stage compares them in one step. */
export const GRANTED_PREFIX = "WRITENV_";
