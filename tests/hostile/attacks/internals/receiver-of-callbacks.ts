// tries: be called with the global object as receiver
// expect: done stdout /^0\n$/
export default async () => {
  let found = 0;
  const look = function () {
    if (this !== null && typeof this === "object" && "Array" in this) found++;
    return 0;
  };
  new URLSearchParams("a=1").forEach(look);
  [2, 1].sort(look);
  "x".replace(/x/, look);
  JSON.stringify({ toJSON: look });
  new Map([[1, 1]]).forEach(look);
  Array.from([1], look);
  await Promise.resolve(1).then(look);
  await Array.fromAsync([1], look);
  Object.groupBy([1], look);
  Error.prepareStackTrace = look;
  void new Error("x").stack;
  return String(found);
};
