// tries: keep something in the engine's key-value store
// runner: off
// expect: failed /openKv is not a function/
export default async () => typeof (await Deno.openKv());
