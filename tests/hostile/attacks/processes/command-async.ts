// tries: start a program and go on
// runner: off
// expect: failed /NotCapable: Requires run access to/
// control: left
export default () => {
  new Deno.Command("/bin/sleep", { args: ["30"], stdin: "null", stdout: "null", stderr: "null" }).spawn();
};
