// tries: a map with a key for everything
// expect: limit memory or limit cpu
export default () => {
  const seen = new Map();
  for (let i = 0; ; i++) seen.set(`key ${i}`, [i]);
};
