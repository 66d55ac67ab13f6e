// tries: learn how busy the machine is
// runner: off
// expect: failed /NotCapable: Requires sys access to "loadavg"/
// control: /load \d/
export default () => `load ${Deno.loadavg().join()}`;
