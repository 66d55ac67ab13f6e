// tries: pass a failure for malformed input
// expect: failed /expected/
export default () => {
  throw Object.assign(new Error("input:1: expected JSON"), {
    name: "MalformedInput",
    input: "x",
    line: 1,
    expected: "JSON",
  });
};
