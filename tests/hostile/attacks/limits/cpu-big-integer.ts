// tries: one operation on whole numbers that takes for ever
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  let n = 3n ** 200_000n;
  for (;;) n = (n * n) % 7n ** 300_000n;
};
