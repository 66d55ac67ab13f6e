// tries: have the engine read a file as the source map of the snippet, and show its sources in a stack
// expect: failed /TypeError: thrown on purpose \(at line \d+/
export default () => {
  throw new TypeError("thrown on purpose");
};
//# sourceMappingURL=file://{{secret}}/secret.map
