// tries: climb out of a granted folder by its path
// runner: off
// granted: read:{{work}}/folder/
// expect: failed /NotCapable: Requires read access to/
// control: secret
export default () => Deno.readTextFileSync("{{work}}/folder/../../secret/secret.txt");
