// tries: end with the code of the output limit, which is believed and worded "probably"
// runner: off
// expect: limit output
export default () => Deno.exit(153);
