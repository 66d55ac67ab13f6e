// tries: leave a process behind that has a session of its own
// runner: off
// expect: failed /Requires (env|run) access/
// control: left
import { spawn } from "node:child_process";

export default () => {
  spawn("/bin/sh", ["-c", "sleep 3; : {{mark}}"], { detached: true, stdio: "ignore" }).unref();
};
