// tries: signal the process that started this one
// runner: off
// expect: failed /NotCapable: Requires run access/
// control: signalled
export default () => {
  Deno.kill(Number("{{pid}}"), "SIGUSR2");
};
