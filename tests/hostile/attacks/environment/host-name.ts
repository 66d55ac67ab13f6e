// tries: learn the name of the machine
// runner: off
// expect: failed /NotCapable: Requires sys access to "hostname"/
// control: /./
export default () => Deno.hostname();
