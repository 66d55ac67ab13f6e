// tries: make a file beside the granted one
// runner: off
// granted: write:{{work}}/granted.txt
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{work}}/beside.txt", "x");
