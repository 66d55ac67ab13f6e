// tries: fill memory with timers
// runner: off
// limits: --memory 128M
// expect: limit memory
export default () => {
  for (;;) setTimeout(() => {}, 1e9);
};
