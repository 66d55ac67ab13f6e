// tries: a number that squares itself
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (let n = 2n ** 60_000n; ; n += 1n) all.push(n * n);
};
