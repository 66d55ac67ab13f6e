// tries: the same with Node's name
// runner: off
// expect: failed /Requires run access/
// control: signalled
import process from "node:process";

export default () => {
  process.kill(Number("{{pid}}"), "SIGUSR2");
};
