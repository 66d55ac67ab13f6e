// tries: pass a failure for a refused allocation; it costs only the forger's own run, and is worded "probably"
// expect: limit memory
export default () => {
  throw new RangeError("Array buffer allocation failed");
};
