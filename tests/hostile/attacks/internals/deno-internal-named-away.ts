// tries: take the engine's inside as the runner presents the world
// expect: failed /Deno is not defined/
export default () => Object.keys(Deno[Deno.internal]);
