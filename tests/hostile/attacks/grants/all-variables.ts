// tries: read every variable
// runner: off
// granted: env:GIVEN
// expect: failed /NotCapable: Requires env access/
// control: /BAIT/
export default () => Object.keys(Deno.env.toObject()).join();
