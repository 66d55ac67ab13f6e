// tries: make a temporary file
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.makeTempFileSync({ prefix: "{{mark}}" });
