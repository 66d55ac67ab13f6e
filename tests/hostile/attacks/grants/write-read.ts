// tries: write what may only be read
// runner: off
// granted: read:{{work}}/granted.txt
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("{{work}}/granted.txt", "x", { append: true });
