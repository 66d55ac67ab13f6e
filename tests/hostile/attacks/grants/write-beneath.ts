// tries: make a file in a folder that may be read
// runner: off
// granted: read:{{work}}/folder/
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{work}}/folder/new.txt", "x");
