// tries: rename a file
// runner: off
// expect: failed /NotCapable: Requires (read|write) access to/
export default () => Deno.renameSync("{{work}}/.env", "{{root}}/env");
