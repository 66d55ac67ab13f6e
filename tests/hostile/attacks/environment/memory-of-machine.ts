// tries: learn how much memory the machine has
// runner: off
// expect: failed /NotCapable: Requires sys access to "systemMemoryInfo"/
// control: /\d/
export default () => String(Deno.systemMemoryInfo().total);
