// tries: read through a link to a folder
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: secret
export default () => Deno.readTextFileSync("link/secret.txt");
