// tries: read a variable
// runner: off
// expect: failed /NotCapable: Requires env access to "BAIT"/
// control: secret
export default () => Deno.env.get("BAIT");
