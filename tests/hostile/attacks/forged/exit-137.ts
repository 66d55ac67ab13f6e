// tries: end with the code of the memory limit, which is believed and worded "probably"
// runner: off
// expect: limit memory
export default () => Deno.exit(137);
