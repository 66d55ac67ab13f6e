// tries: learn where the home is
// runner: off
// expect: failed /Requires (sys|env) access/
// control: /home/
import os from "node:os";

export default () => os.homedir();
