// tries: signal every process of the own group
// runner: off
// expect: failed /Requires run access/
import process from "node:process";

export default () => String(process.kill(0, "SIGUSR2"));
