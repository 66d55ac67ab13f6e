// tries: start the granted file as a program
// runner: off
// granted: read:{{work}}/granted.txt write:{{work}}/granted.txt
// expect: failed /NotCapable: Requires run access to/
// control: /start/
export default () => {
  const started = new Deno.Command("/bin/echo", { args: ["start"] }).outputSync();
  return new TextDecoder().decode(started.stdout);
};
