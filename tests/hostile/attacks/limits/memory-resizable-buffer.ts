// tries: reserve and grow a buffer
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (;;) {
    const one = new ArrayBuffer(0, { maxByteLength: 256 * 1024 * 1024 });
    one.resize(256 * 1024 * 1024);
    new Uint8Array(one).fill(1);
    all.push(one);
  }
};
