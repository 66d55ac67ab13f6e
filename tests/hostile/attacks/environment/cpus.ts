// tries: learn the kind of the processor
// runner: off
// expect: failed /Requires sys access/
// control: /\d|x/
import os from "node:os";

export default () => JSON.stringify(os.cpus());
