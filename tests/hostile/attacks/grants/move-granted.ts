// tries: move the granted file away
// runner: off
// granted: read:{{work}}/moved.txt write:{{work}}/moved.txt
// expect: failed /NotCapable|not permitted/
// control: written
export default () => Deno.renameSync("{{work}}/moved.txt", "{{work}}/away.txt");
