/** Id, path and duration of the requests that failed. */
export default function* failed(input: Input, { least = 500 }: { least?: number }) {
  for (const { status, id, path, duration } of input.records()) {
    if (status >= least) yield { id, path, duration };
  }
}
