// tries: replace the process by a program
// runner: off
// expect: failed /is not a function|Requires run access|NotCapable/
import process from "node:process";

export default () => process.execve("/usr/bin/id", ["id"], {});
