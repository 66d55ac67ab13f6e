// tries: loop when the run is over, while the engine leaves
// runner: off
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  addEventListener("unload", () => {
    for (;;);
  });
  return "done";
};
