// tries: have the engine write a log through a flag that is set while it runs
// runner: off
// expect: done stdout /^set\n$/
import { setFlagsFromString } from "node:v8";

export default () => {
  for (const flag of [
    "--log",
    "--logfile={{root}}/v8.log",
    "--trace-gc",
    "--redirect-code-traces",
    "--redirect-code-traces-to={{root}}/code.asm",
    "--perf-basic-prof",
    "--print-code",
    "--turbo-stats",
    "--trace-turbo-path={{root}}",
  ]) {
    setFlagsFromString(flag);
  }
  for (let i = 0, text = ""; i < 1e6; i++) text = `${text.slice(-9)}${i}`;
  return "set";
};
