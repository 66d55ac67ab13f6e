// tries: learn who the user is
// runner: off
// expect: failed /Requires sys access|Requires env access/
// control: /./
import os from "node:os";

export default () => os.userInfo().username;
