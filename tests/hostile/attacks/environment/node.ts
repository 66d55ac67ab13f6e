// tries: read a variable with Node's name
// runner: off
// expect: failed /Requires env access/
// control: secret
import process from "node:process";

export default () => process.env.BAIT;
