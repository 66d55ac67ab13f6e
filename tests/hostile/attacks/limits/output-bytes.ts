// tries: write bytes without end
// limits: --max-output 1M
// expect: limit output
export default function* () {
  for (;;) yield new Uint8Array(100_000).fill(120);
}
