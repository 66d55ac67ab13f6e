// tries: list a folder
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: /secret\.txt/
export default () => [...Deno.readDirSync("{{secret}}")].map((entry) => entry.name);
