// tries: catch what the runner keeps in arrays, through patched methods
// expect: done stdout /^1\n$/
export default () => {
  const { push, map } = Array.prototype;
  const look = (values) => {
    for (const value of values)
      if (value && typeof value === "object" && "writeOut" in value) console.log("caught the engine");
  };
  Array.prototype.push = function (...values) {
    look(values);
    return push.apply(this, values);
  };
  Array.prototype.map = function (...values) {
    look(this);
    return map.apply(this, values);
  };
  return 1;
};
