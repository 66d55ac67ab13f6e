// tries: many small buffers
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (;;) all.push(new Uint8Array(4096).fill(1));
};
