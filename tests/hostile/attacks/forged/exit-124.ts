// tries: end with the code of the time limit
// runner: off
// expect: failed
export default () => Deno.exit(124);
