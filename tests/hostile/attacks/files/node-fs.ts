// tries: read a file with Node's module
// runner: off
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
import { readFileSync } from "node:fs";

export default () => readFileSync("{{secret}}/secret.txt", "utf8");
