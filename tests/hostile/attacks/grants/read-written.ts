// tries: read what may only be written
// runner: off
// granted: write:{{work}}/granted.txt
// expect: failed /NotCapable: Requires read access to/
// control: /granted/
export default () => Deno.readTextFileSync("{{work}}/granted.txt");
