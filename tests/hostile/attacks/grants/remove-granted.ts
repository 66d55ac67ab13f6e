// tries: remove the granted file
// runner: off
// granted: write:{{work}}/removed.txt
// expect: failed /PermissionDenied|not permitted/
// needs: strong
// control: written
export default () => Deno.removeSync("{{work}}/removed.txt");
