/** Where a value is not what was wanted. `path` is as code writes it: `total`, `user.name`, `tags[0]`; empty: all of it. */
export interface Mismatch {
  readonly path: string;
  readonly wanted: unknown;
  /** `undefined`: it is not there. */
  readonly got: unknown;
}

/**
 * The first place where `got` is not like `wanted`, or null. Of an object only the fields that `wanted` names are
 * looked at; arrays have the same length and are compared place by place; all else must be equal.
 */
export function firstMismatch(wanted: unknown, got: unknown, path = ""): Mismatch | null {
  if (Array.isArray(wanted)) return arrayMismatch(wanted, got, path);
  if (!isRecord(wanted)) return Object.is(wanted, got) ? null : { path, wanted, got };
  if (!isRecord(got)) return { path, wanted, got };
  for (const [name, value] of Object.entries(wanted)) {
    const found = firstMismatch(
      value,
      Object.hasOwn(got, name) ? got[name] : undefined,
      fieldPath(path, name),
    );
    if (found !== null) return found;
  }
  return null;
}

/** What of a value was looked at: the fields that `wanted` names, in its order. */
export function projected(wanted: unknown, got: unknown): unknown {
  if (Array.isArray(wanted) && Array.isArray(got)) return got.map((item, at) => projected(wanted[at], item));
  if (!isRecord(wanted) || !isRecord(got)) return got;
  const named = Object.keys(wanted).filter((name) => Object.hasOwn(got, name));
  return Object.fromEntries(named.map((name) => [name, projected(wanted[name], got[name])]));
}

function arrayMismatch(wanted: readonly unknown[], got: unknown, path: string): Mismatch | null {
  if (!Array.isArray(got) || got.length !== wanted.length) return { path, wanted, got };
  for (const [at, item] of wanted.entries()) {
    const found = firstMismatch(item, got[at], `${path}[${at}]`);
    if (found !== null) return found;
  }
  return null;
}

function fieldPath(path: string, name: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
