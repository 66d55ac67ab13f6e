// tries: learn whether a process is there
// runner: off
// expect: failed /Requires run access/
// control: /there/
import process from "node:process";

export default () => {
  process.kill(process.ppid, 0);
  return "there";
};
