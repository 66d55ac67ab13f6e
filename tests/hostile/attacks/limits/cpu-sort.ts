// tries: never come back from a comparison
// limits: --cpu 1s
// expect: limit cpu
export default () =>
  [3, 1, 2].sort(() => {
    for (;;);
  });
