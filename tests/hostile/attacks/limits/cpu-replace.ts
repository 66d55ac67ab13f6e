// tries: one call on a text that is quadratic
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  const text = "a".repeat(5e5);
  for (;;) text.replace(/a+b/g, "");
};
