// tries: a list that grows while it is walked
// expect: limit memory or limit cpu
export default () => {
  const all = [1];
  for (const one of all) all.push(one + 1);
  return all.length;
};
