// tries: reject with nothing, where nobody waits
// expect: failed /it threw/
export default async () => {
  Promise.reject(null);
  await new Promise(() => {});
};
