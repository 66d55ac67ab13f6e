// tries: end with the code that a shell gives to the CPU limit
// runner: off
// expect: failed
export default () => Deno.exit(152);
