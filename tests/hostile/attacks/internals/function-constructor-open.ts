// tries: make a function from text past the runner
// runner: off
// expect: failed /EvalError: Code generation from strings disallowed/
// control: /^2\n$/
export default () => String((() => {}).constructor("return 1 + 1")());
