// tries: promises that nobody waits for
// expect: limit memory or limit cpu
export default async () => {
  const all = [];
  for (let i = 0; ; i++) all.push(Promise.resolve(i).then((n) => [n]));
};
