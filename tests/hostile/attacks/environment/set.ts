// tries: set a variable that a library obeys
// runner: off
// expect: failed /NotCapable: Requires env access/
export default () => Deno.env.set("LD_PRELOAD", "{{secret}}/x.so");
