// tries: fill memory with copies
// limits: --memory 128M
// expect: limit memory
export default () => {
  const one = Array.from({ length: 1e5 }, (_, i) => `${i}`);
  const all = [];
  for (;;) all.push(structuredClone(one));
};
