import type { Usage } from "./draft.ts";

/** Several requests as one. The cost is known where each one's is; estimated is what any of it was estimated. */
export function sumUsage(usages: readonly Usage[]): Usage {
  const total = (count: (usage: Usage) => number) => usages.reduce((sum, one) => sum + count(one), 0);
  const cachedTokens = total((one) => one.cachedTokens ?? 0);
  const isPriced = usages.every(({ costUsd, inputTokens, outputTokens }) => {
    return costUsd !== undefined || inputTokens + outputTokens === 0;
  });
  return {
    inputTokens: total((one) => one.inputTokens),
    outputTokens: total((one) => one.outputTokens),
    ...(cachedTokens > 0 ? { cachedTokens } : {}),
    countedBy: usages.some(({ countedBy }) => countedBy === "estimated") ? "estimated" : "server",
    ...(isPriced ? { costUsd: total((one) => one.costUsd ?? 0) } : {}),
  };
}
