// tries: copies of copies
// expect: limit memory or limit cpu
export default () => {
  let one: unknown = { list: Array.from({ length: 1000 }, (_, i) => ({ i })) };
  for (;;) one = structuredClone({ one, two: one });
};
