// tries: write with the engine's own call as the runner presents the world
// expect: failed /Deno is not defined/
export default () => Deno.writeTextFileSync("{{root}}/written", "x");
