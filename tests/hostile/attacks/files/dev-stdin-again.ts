// tries: open stdin under its name
// runner: off
// expect: failed /NotCapable: Requires (read|all) access to/
export default () => Deno.readTextFileSync("/dev/stdin");
