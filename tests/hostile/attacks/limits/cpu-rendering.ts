// tries: never come back from the rendering of a result
// limits: --cpu 1s
// expect: limit cpu
export default () => ({
  get field() {
    for (;;);
  },
});
