// tries: ask for a permission
// runner: off
// expect: done stdout /^denied\n$/
// control: /granted/
export default async () => (await Deno.permissions.request({ name: "read" })).state;
