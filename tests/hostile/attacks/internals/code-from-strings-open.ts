// tries: make code from text past the runner
// runner: off
// expect: failed /EvalError: Code generation from strings disallowed/
// control: /^2\n$/
export default () => String((0, eval)("1 + 1"));
