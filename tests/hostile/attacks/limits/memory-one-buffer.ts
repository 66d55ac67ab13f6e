// tries: one buffer larger than there may be
// limits: --memory 128M
// expect: limit memory
export default () => new Uint8Array(2 ** 33).length;
