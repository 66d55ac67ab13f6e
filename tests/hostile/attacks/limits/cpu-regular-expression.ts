// tries: an expression that takes for ever, which the engine ends in linear time
// limits: --cpu 1s
// expect: done stdout /^false\n$/
export default () => String(/^(a+)+$/.test(`${"a".repeat(50)}b`));
