// tries: write more than was counted, with a class that makes the parts
// limits: --max-output 1M --cpu 5s
// expect: limit output
export default function* () {
  class Much extends Uint8Array {
    static get [Symbol.species]() {
      return class extends Uint8Array {
        constructor() {
          super(1e6);
        }
      };
    }
  }
  for (let i = 0; i < 2000; i++) yield new Much(1000).fill(120);
}
