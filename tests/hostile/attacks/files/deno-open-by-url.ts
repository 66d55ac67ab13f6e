// tries: open a file by an address
// runner: off
// expect: failed /NotCapable: Requires read access/
// control: secret
export default () => new TextDecoder().decode(Deno.readFileSync(new URL("file://{{secret}}/secret.txt")));
