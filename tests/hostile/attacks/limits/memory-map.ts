// tries: fill a map
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = new Map();
  for (let i = 0; ; i++) all.set(i, [i]);
};
