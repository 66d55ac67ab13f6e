// tries: learn the number of the user
// runner: off
// expect: failed /NotCapable: Requires sys access to "uid"/
// control: /\d/
export default () => String(Deno.uid());
