// tries: kill oneself with the signal of the CPU limit
// runner: off
// expect: limit cpu
// expect@strong: failed
import process from "node:process";

export default () => String(process.kill(process.pid, "SIGXCPU"));
