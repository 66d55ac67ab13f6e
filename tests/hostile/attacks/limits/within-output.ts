// tries: nothing: output just within its limit, as the control of this folder
// limits: --max-output 1M
// expect: done stdout /^x{99}\n/
export default function* () {
  for (let i = 0; i < 10_000; i++) yield "x".repeat(99);
}
