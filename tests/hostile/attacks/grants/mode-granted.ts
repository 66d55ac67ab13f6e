// tries: let everybody execute the granted file
// runner: off
// granted: write:{{work}}/granted.txt
// expect: failed /PermissionDenied|not permitted/
// needs: strong
// control: written
export default () => Deno.chmodSync("{{work}}/granted.txt", 0o777);
