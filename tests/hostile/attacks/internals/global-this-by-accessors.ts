// tries: reach the global object with accessors of the old kind called without a receiver
// expect: done stdout /^0\n$/
export default () => {
  let found = 0;
  for (const call of [
    "__lookupGetter__",
    "__defineGetter__",
    "valueOf",
    "toLocaleString",
    "hasOwnProperty",
  ]) {
    try {
      const got = Object.prototype[call].call(undefined, "x", () => 1);
      if (got !== null && typeof got === "object") found++;
    } catch {}
  }
  return String(found);
};
