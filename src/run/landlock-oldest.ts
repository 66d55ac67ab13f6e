// The first Linux of each interface of Landlock, the newest first (landlock(7), "VERSIONS").
const SINCE = [
  { abi: 6, major: 6, minor: 12 },
  { abi: 5, major: 6, minor: 10 },
  { abi: 4, major: 6, minor: 7 },
  { abi: 3, major: 6, minor: 2 },
  { abi: 2, major: 5, minor: 19 },
];

/**
 * The oldest interface of Landlock that a kernel can have, by its release (as `6.12.3-amd64`), where it has any: an older one
 * is never what the kernel gave. Distributions give old kernels newer interfaces, so it may have a newer one. 1 where the
 * release does not tell.
 */
export function landlockOldest(release: string): number {
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(release) ?? []).map(Number);
  return SINCE.find((one) => major > one.major || (major === one.major && minor >= one.minor))?.abi ?? 1;
}
