// tries: follow a link that lies in a granted folder and leads out of it
// runner: off
// granted: read:{{work}}/folder/
// expect: failed /NotCapable|PermissionDenied|NotFound/
// needs: strong
// control: secret
export default () => Deno.readTextFileSync("{{work}}/folder/link.txt");
