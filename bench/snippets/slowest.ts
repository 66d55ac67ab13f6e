import { topK } from "writ";

/** Path and duration of the ten slowest requests. */
export default function* slowest(input: Input, { n = 10 }: { n?: number }) {
  for (const { path, duration } of topK(input.records(), n, "duration")) yield { path, duration };
}
