// tries: have another program decide the permissions
// planted: DENO_PERMISSION_BROKER_PATH={{unix}}
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: connected
export default () => Deno.readTextFileSync("{{secret}}/secret.txt");
