// tries: write more than was counted, with a patched method that cuts bytes
// limits: --max-output 1M --cpu 5s
// expect: limit output
export default function* () {
  const much = new Uint8Array(1e6).fill(120);
  Uint8Array.prototype.subarray = () => much;
  for (let i = 0; i < 30_000; i++) yield "x".repeat(99);
}
