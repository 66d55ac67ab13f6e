// tries: read the memory of the process that started this one
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
export default () => String(Deno.openSync("/proc/{{pid}}/mem"));
