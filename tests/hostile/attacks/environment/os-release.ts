// tries: learn the kernel
// runner: off
// expect: failed /NotCapable: Requires sys access to "osRelease"/
// control: /\d/
export default () => Deno.osRelease();
