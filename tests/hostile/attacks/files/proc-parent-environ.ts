// tries: read the environment of the process that started this one
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
// control: /./
export default () => Deno.readTextFileSync("/proc/{{pid}}/environ");
