// tries: change the mode of files to come
// runner: off
// expect: failed /NotCapable|not a function|Requires/
export default () => String(Deno.umask(0));
