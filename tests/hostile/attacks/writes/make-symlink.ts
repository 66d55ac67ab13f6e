// tries: make a link out of the working folder
// runner: off
// expect: failed /NotCapable: .*requires unscoped --allow-read/
// control: written
export default () => Deno.symlinkSync("/etc", "{{root}}/symbolic-link");
