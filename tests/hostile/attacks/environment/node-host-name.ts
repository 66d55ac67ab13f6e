// tries: learn the name of the machine with Node's module
// runner: off
// expect: failed /Requires sys access/
// control: /./
import os from "node:os";

export default () => os.hostname();
