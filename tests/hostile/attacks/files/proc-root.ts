// tries: reach files by way of the root of a process
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
export default () => Deno.readTextFileSync("/proc/self/root{{secret}}/secret.txt");
