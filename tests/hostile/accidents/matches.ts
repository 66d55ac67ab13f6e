// tries: all matches of a long text kept
// expect: limit memory or limit cpu
export default () => {
  const all: unknown[] = [];
  for (;;) all.push(..."abc abd ".repeat(1000).matchAll(/(a)(b)/g));
};
