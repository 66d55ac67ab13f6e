import type { Usage } from "../terms/draft.ts";

/** What two requests took together. A cost or a count that one of them lacks is not known of both. */
export function sumUsage(one: Usage, other: Usage): Usage {
  const cachedTokens = bothOf(one.cachedTokens, other.cachedTokens);
  const costUsd = bothOf(one.costUsd, other.costUsd);
  const countedBy =
    [one, other].find(({ countedBy }) => countedBy === "estimated")?.countedBy ?? one.countedBy;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
    ...(countedBy === undefined ? {} : { countedBy }),
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}

function bothOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}
