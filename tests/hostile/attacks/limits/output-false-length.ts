// tries: write bytes that say they are none
// limits: --max-output 1M --cpu 5s
// expect: limit output
export default function* () {
  const bytes = new Uint8Array(1e6).fill(120);
  let asked = 0;
  Object.defineProperty(bytes, "length", { get: () => (asked++ % 4 < 2 ? 0 : 1e6) });
  for (let i = 0; i < 20; i++) yield bytes;
}
