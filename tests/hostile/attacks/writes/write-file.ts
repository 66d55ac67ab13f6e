// tries: write a file
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{root}}/written", "x");
