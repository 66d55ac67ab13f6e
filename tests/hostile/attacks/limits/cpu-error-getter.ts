// tries: never come back from the description of an error
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  throw Object.defineProperty(new Error("x"), "message", {
    get() {
      for (;;);
    },
  });
};
