// tries: leave the memory of the run on disk by crashing
// runner: off
// expect: limit memory
import process from "node:process";

export default () => process.abort();
