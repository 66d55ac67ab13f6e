// tries: have the names in a granted folder listed
// runner: off
// granted: read:{{work}}/folder/
// expect: failed /PermissionDenied|Permission denied/
// needs: strong
// control: /inside/
export default () => [...Deno.readDirSync("{{work}}/folder")].map(({ name }) => name).join();
