// tries: a chain of promises too long
// expect: done stdout /^100000\n$/
export default async () => {
  let chain = Promise.resolve(0);
  for (let i = 0; i < 1e5; i++) chain = chain.then((n) => n + 1);
  return String(await chain);
};
