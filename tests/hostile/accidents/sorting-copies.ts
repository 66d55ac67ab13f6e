// tries: a copy of everything for each item
// expect: limit memory or limit cpu
export default () => {
  let all: number[] = Array.from({ length: 50_000 }, (_, i) => i);
  const kept = [];
  for (;;) {
    all = all.toSorted((a, b) => b - a);
    kept.push(all);
  }
};
