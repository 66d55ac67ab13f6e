// tries: read a variable beside the granted one
// runner: off
// granted: env:GIVEN
// expect: failed /NotCapable: Requires env access to "HOME"/
// control: /home/
export default () => Deno.env.get("HOME");
