// tries: end with a crash, which must not pass for the memory limit for certain
// runner: off
// expect: limit memory
import process from "node:process";

export default () => process.abort();
