// tries: split a sequence and a character over writes
// expect: done stdout /\u001b/
export default function* () {
  yield new Uint8Array([0x1b]);
  yield new Uint8Array([0x5b, 0x33, 0x31, 0x6d, 0xc2]);
  yield new Uint8Array([0x9b]);
}
