// tries: read through a link that lies in the working folder
// runner: off
// expect: failed /NotCapable: Requires read access to ".*link\.txt"/
// control: secret
export default () => Deno.readTextFileSync("link.txt");
