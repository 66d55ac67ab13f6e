// tries: have colours written because the host wants them
// planted: FORCE_COLOR=1
// planted: CLICOLOR_FORCE=1
// runner: off
// expect: failed /^[^\u001b]+$/
export default () => Deno.readTextFileSync("{{secret}}/secret.txt");
