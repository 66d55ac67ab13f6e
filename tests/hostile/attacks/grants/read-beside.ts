// tries: read a file beside the granted one
// runner: off
// granted: read:{{work}}/granted.txt
// expect: failed /NotCapable: Requires read access to/
// control: secret
export default () => Deno.readTextFileSync("{{secret}}/secret.txt");
