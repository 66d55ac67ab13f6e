// tries: end with the code of a missing approval
// runner: off
// expect: failed or sealing-failed
export default () => Deno.exit(126);
