// tries: buffers that are never touched
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (;;) all.push(new ArrayBuffer(64 * 1024 * 1024));
};
