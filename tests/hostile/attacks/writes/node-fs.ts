// tries: write with Node's module
// runner: off
// expect: failed /Requires write access to/
// control: written
import { writeFileSync } from "node:fs";

export default () => writeFileSync("{{root}}/written-by-node", "x");
