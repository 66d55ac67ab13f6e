// tries: take the file system from the old inner interface of Node
// runner: off
// expect: failed /is not a function|undefined|No such binding/
import process from "node:process";

export default () => process.binding("fs").open("{{secret}}/secret.txt", 0, 0);
