import type { Others, Replaced, Sample } from "../terms/sample.ts";

/** The sample of a first input with those of others; what was replaced and what is suspicious is that of all. */
export function withOthers(first: Sample, others: Others): Sample {
  if (others.count === 0) return first;
  const all = [first, ...others.looked];
  return {
    ...first,
    others,
    replaced: sumOf(all.flatMap(({ replaced }) => replaced)),
    suspicious: all.flatMap(({ suspicious }) => suspicious),
  };
}

function sumOf(replaced: readonly Replaced[]): readonly Replaced[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of replaced) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
