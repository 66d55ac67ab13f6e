// tries: end as if another had killed it
// runner: off
// expect: crashed
// expect@strong: failed /EPERM/
import process from "node:process";

export default () => String(process.kill(process.pid, "SIGKILL"));
