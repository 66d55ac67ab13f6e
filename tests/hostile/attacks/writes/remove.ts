// tries: remove a file
// runner: off
// expect: failed /NotCapable: Requires write access to/
export default () => Deno.removeSync("{{work}}/.env");
