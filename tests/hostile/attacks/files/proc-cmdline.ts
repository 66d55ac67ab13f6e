// tries: read command lines
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
// control: /deno/
export default () => Deno.readTextFileSync("/proc/self/cmdline");
