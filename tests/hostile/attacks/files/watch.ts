// tries: watch a folder for changes
// runner: off
// expect: failed /NotCapable: Requires read access to/
export default () => String(Deno.watchFs("{{secret}}"));
