// tries: list the names of variables
// runner: off
// expect: failed /Requires env access/
// control: /BAIT/
import process from "node:process";

export default () => Object.keys(process.env).join();
