// tries: have coverage written at the end through a variable set in time
// runner: off
// expect: failed /NotCapable: Requires env access to/
export default () => {
  Deno.env.set("DENO_COVERAGE_DIR", "{{root}}/coverage");
  Deno.env.set("NODE_V8_COVERAGE", "{{root}}/coverage");
};
