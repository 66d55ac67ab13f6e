// tries: ignore every signal and sleep
// runner: off
// limits: --time 1s
// expect: limit wall
export default () => {
  for (const signal of [
    "SIGTERM",
    "SIGINT",
    "SIGHUP",
    "SIGQUIT",
    "SIGALRM",
    "SIGUSR1",
    "SIGUSR2",
    "SIGXCPU",
  ]) {
    try {
      Deno.addSignalListener(signal, () => {});
    } catch {}
  }
  return new Promise(() => setInterval(() => {}, 1e6));
};
