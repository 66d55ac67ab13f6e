// tries: outlive every signal that can be handled
// runner: off
// expect: failed /handled/
import process from "node:process";

export default () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGPIPE"])
    process.on(signal, () => {});
  throw new Error("handled");
};
