// tries: change times
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.utimeSync("{{secret}}/secret.txt", 1, 1);
