import { num } from "writ";

/**
 * Group records by a field and sum another: how many, sum, mean, least and greatest of each group, largest sum first.
 * @param by the field to group by; one group of all records where it is empty
 * @param of the field to sum; records are only counted where it is empty
 * @param {integer from 0} n how many groups to show; all where it is 0
 */
export default function* sumBy(
  input: Input,
  { by = "", of = "", n = 0 }: { by?: string; of?: string; n?: number },
) {
  const groups = new Map<unknown, { count: number; sum: number; rest: number; min: number; max: number }>();
  const named = [by, of].filter((name) => name !== "");
  let other: unknown;

  for (const record of input.records({ fields: named, require: named })) {
    const value = of === "" ? 0 : record[of];
    if (value === undefined || value === null || value === "") continue;
    const amount = num(value, { otherwise: null });
    if (amount === null) {
      other ??= value;
      continue;
    }
    const key = by === "" ? "" : (record[by] ?? "");
    const group = groups.get(key);
    if (group) {
      group.count++;
      // Neumaier: what rounding loses is added up beside it, so that 0.1 and 0.2 are 0.3.
      const sum = group.sum + amount;
      group.rest += Math.abs(group.sum) >= Math.abs(amount) ? group.sum - sum + amount : amount - sum + group.sum;
      group.sum = sum;
      group.min = Math.min(group.min, amount);
      group.max = Math.max(group.max, amount);
    } else groups.set(key, { count: 1, sum: amount, rest: 0, min: amount, max: amount });
  }

  if (groups.size === 0 && other !== undefined) {
    throw new Error(`no value of \`${of}\` is a number: for a unit or a decimal comma ask for a program that reads it, as in writ "sum ${of}, written as ${other}" FILE`);
  }
  for (const group of groups.values()) if (Number.isFinite(group.sum)) group.sum += group.rest;
  const rank = of === "" ? "count" : "sum";
  const sorted = [...groups].sort(([, a], [, b]) => b[rank] - a[rank]);
  for (const [key, { count, sum, min, max }] of n > 0 ? sorted.slice(0, n) : sorted) {
    const name = by === "" ? {} : { [["count", "sum", "mean", "min", "max"].includes(by) ? `by_${by}` : by]: key };
    yield of === "" ? { ...name, count } : { ...name, count, sum, mean: sum / count, min, max };
  }
}
