// tries: keep something in a cache
// runner: off
// expect: failed /./
// control: /function|object/
export default async () => {
  const cache = await caches.open("kept");
  return typeof cache;
};
