// tries: end with the code of an interrupt
// runner: off
// expect: failed
export default () => Deno.exit(130);
