// tries: ask for a permission as the runner presents the world
// expect: failed /Deno is not defined/
export default async () => (await Deno.permissions.request({ name: "read" })).state;
