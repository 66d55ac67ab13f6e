// tries: reach the terminal with bytes that are no text
// runner: off
// expect: done /\u001b/
export default () => {
  Deno.stderr.writeSync(new Uint8Array([0x1b, 0x5b, 0x33, 0x31, 0x6d, 0xff, 0x1b, 0xc2]));
};
