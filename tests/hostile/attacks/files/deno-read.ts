// tries: read a file with the engine's own call
// runner: off
// expect: failed /NotCapable: Requires read access to ".*secret\.txt"/
// control: secret
export default () => Deno.readTextFileSync("{{secret}}/secret.txt");
