// tries: an expression that takes for ever and has no linear form
// limits: --cpu 1s
// expect: limit cpu
export default () => String(/^(a|a?)+\1{2}$/.test(`${"a".repeat(60)}b`));
