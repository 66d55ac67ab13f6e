// tries: confuse permissions by taking back what was never given
// runner: off
// expect: failed /Requires read access/
export default async () => {
  await Deno.permissions.revoke({ name: "read", path: "{{secret}}" });
  return Deno.readTextFileSync("{{secret}}/secret.txt");
};
