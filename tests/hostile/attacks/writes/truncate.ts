// tries: empty a file
// runner: off
// expect: failed /NotCapable: Requires write access to/
export default () => Deno.truncateSync("{{work}}/.env", 0);
