// tries: start a program
// runner: off
// expect: failed /no path to search|NotCapable: Requires run access to/
// control: /uid=/
export default () => new TextDecoder().decode(new Deno.Command("id").outputSync().stdout);
