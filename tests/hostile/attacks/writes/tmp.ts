// tries: write where everybody may
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("/tmp/{{mark}}", "x");
