// tries: make a folder
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.mkdirSync("{{root}}/made");
