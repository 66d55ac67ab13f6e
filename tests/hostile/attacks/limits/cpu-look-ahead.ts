// tries: an expression that takes for ever within a look-ahead
// limits: --cpu 1s
// expect: limit cpu
export default () => String(/^(?=(a+)+$)b/.test(`${"a".repeat(60)}b`));
