// tries: nothing: buffers and objects within the limit, as the control of this folder
// limits: --memory 128M
// expect: done stdout /^6000000 100000\n$/
export default () => {
  const buffers = Array.from({ length: 6 }, () => new Uint8Array(1e6).fill(1));
  const objects = Array.from({ length: 1e5 }, (_, i) => ({ i }));
  return `${buffers.reduce((sum, one) => sum + one.length, 0)} ${objects.length}`;
};
