// tries: empty a file that may only be read
// runner: off
// granted: read:{{work}}/emptied.txt
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.truncateSync("{{work}}/emptied.txt", 1);
