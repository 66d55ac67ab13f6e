// tries: a set of everything
// expect: limit memory or limit cpu
export default () => {
  const seen = new Set();
  for (let i = 0; ; i++) seen.add(`line ${i}`);
};
