// tries: half of it objects, half of it buffers
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push(new Uint8Array(1024 * 1024).fill(1), new Array(130_000).fill(i + 0.5));
};
