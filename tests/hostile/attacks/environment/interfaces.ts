// tries: learn the addresses of the machine
// runner: off
// expect: failed /NotCapable: Requires sys access to "networkInterfaces"/
// control: /\d/
export default () => JSON.stringify(Deno.networkInterfaces());
