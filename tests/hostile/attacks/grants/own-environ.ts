// tries: read the environment of the own process as a file
// runner: off
// granted: env:GIVEN
// expect: failed /NotCapable|denied/
// control: /HOME=/
export default () => Deno.readTextFileSync("/proc/self/environ");
