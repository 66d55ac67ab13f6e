// tries: have the engine take flags from the host
// planted: DENO_V8_FLAGS=--no-disallow-code-generation-from-strings
// runner: off
// expect: failed /EvalError/
// control: /^2\n$/
export default () => String((0, eval)("1 + 1"));
