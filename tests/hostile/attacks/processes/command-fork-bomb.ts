// tries: start processes without end
// runner: off
// expect: failed /NotCapable: Requires run access to/
export default () => {
  for (;;) new Deno.Command("/bin/sleep", { args: ["9"] }).spawn();
};
