// tries: listen to the signal of the CPU limit; the hard limit still ends it, without a name
// runner: off
// limits: --cpu 1s
// expect: limit cpu
// expect@engine-only: crashed
export default () => {
  try {
    Deno.addSignalListener("SIGXCPU", () => {});
  } catch {}
  for (;;);
};
