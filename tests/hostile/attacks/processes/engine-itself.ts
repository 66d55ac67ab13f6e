// tries: start the engine again, with every permission
// runner: off
// expect: failed /Requires|NotCapable/
// control: secret
export default () =>
  new TextDecoder().decode(
    new Deno.Command(Deno.execPath(), {
      args: ["eval", "console.log(Deno.readTextFileSync('{{secret}}/secret.txt'))"],
    }).outputSync().stdout,
  );
