// tries: read the child's own first environment
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
// control: secret
export default () => Deno.readTextFileSync("/proc/self/environ");
