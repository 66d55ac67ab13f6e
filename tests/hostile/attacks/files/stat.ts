// tries: learn whether a file exists and how large it is
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: /\d+/
export default () => Deno.statSync("{{secret}}/secret.txt").size;
