// tries: make a hard link to a secret
// runner: off
// expect: failed /NotCapable: Requires (read|write) access to/
// control: written
export default () => Deno.linkSync("{{secret}}/secret.txt", "{{root}}/hard-link");
