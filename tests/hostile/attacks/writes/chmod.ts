// tries: change a mode
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.chmodSync("{{secret}}/secret.txt", 0o777);
