// tries: read every variable
// runner: off
// expect: failed /NotCapable: Requires env access/
// control: secret
export default () => JSON.stringify(Deno.env.toObject());
