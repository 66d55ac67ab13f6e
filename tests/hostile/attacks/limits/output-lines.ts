// tries: write lines without end
// limits: --max-output 1M
// expect: limit output
export default function* () {
  for (;;) yield "x".repeat(99);
}
