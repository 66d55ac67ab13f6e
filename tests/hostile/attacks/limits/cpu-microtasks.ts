// tries: keep the engine from its timers with microtasks
// limits: --cpu 1s
// expect: limit cpu
export default async () => {
  for (;;) await null;
};
