// tries: an expression with a back reference that backtracks for ever
// expect: limit cpu
export default () => /^(a*)*(b)?\1\1$/.test(`${"a".repeat(40)}c`) || /^((a+)+)\2$/.test(`${"a".repeat(40)}c`);
