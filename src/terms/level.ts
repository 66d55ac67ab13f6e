/** How strong the sandbox is, weakest first. */
export const LEVELS = ["engine-only", "namespace", "strong", "full"] as const;
export type Level = (typeof LEVELS)[number];

export function isAtLeast(level: Level, required: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(required);
}
