import { num, sortBy } from "writ";

/** Order and amount, greatest amount first. */
export default function* sorted(input: Input) {
  const rows = input.records().map(({ order, amount }) => ({ order, amount: num(amount) }));
  yield* sortBy(rows, (row) => -row.amount);
}
