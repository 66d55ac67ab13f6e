// tries: read a device
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
export default () => String(Deno.openSync("/dev/mem"));
