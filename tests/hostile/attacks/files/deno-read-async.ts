// tries: read a file on a thread of the engine's pool
// runner: off
// expect: failed /NotCapable: Requires read access to ".*secret\.txt"/
// control: secret
export default () => Deno.readTextFile("{{secret}}/secret.txt");
