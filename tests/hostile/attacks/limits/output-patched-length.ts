// tries: make all bytes say that they are none
// limits: --max-output 1M --cpu 5s
// expect: limit output
export default function* () {
  let asked = 0;
  Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), "length", {
    get: () => (asked++ % 4 < 2 ? 0 : 66_000),
  });
  for (let i = 0; i < 30_000; i++) yield "x".repeat(99);
}
