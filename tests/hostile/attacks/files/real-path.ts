// tries: resolve a path
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: /secret\.txt/
export default () => Deno.realPathSync("link.txt");
