// tries: a power with too many digits to write down
// expect: limit cpu or limit memory
export default () => {
  let n = 3n;
  for (;;) n = (n * n) % (2n ** 3_000_000n - 1n);
};
