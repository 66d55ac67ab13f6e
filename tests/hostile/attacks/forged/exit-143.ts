// tries: end with the code of a termination
// runner: off
// expect: failed
export default () => Deno.exit(143);
