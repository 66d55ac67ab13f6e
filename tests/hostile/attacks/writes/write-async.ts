// tries: write a file on a thread of the engine's pool
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFile("{{root}}/written", "x");
