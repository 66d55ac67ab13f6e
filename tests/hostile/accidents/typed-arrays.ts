// tries: buffers that are all kept
// expect: limit memory
export default () => {
  const all = [];
  for (;;) all.push(new Uint8Array(8 * 1024 * 1024).fill(1));
};
