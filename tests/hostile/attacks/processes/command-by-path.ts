// tries: start a program by its path
// runner: off
// expect: failed /NotCapable: Requires run access to/
// control: /started/
export default () =>
  new TextDecoder().decode(new Deno.Command("/bin/echo", { args: ["started"] }).outputSync().stdout);
