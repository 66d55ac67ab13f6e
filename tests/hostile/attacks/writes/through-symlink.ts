// tries: write through a link
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{work}}/link/written", "x");
