// tries: fork a module
// runner: off
// expect: failed /Requires (run|read) access|NotCapable/
import { fork } from "node:child_process";

export default () =>
  new Promise((done, fail) =>
    fork("{{work}}/trap.mjs", { stdio: "inherit" }).on("exit", done).on("error", fail),
  );
