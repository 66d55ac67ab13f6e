// tries: append to a file that exists
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{work}}/.npmrc", "x", { append: true });
