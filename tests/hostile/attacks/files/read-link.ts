// tries: learn where a link leads
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: /secret\.txt/
export default () => Deno.readLinkSync("link.txt");
