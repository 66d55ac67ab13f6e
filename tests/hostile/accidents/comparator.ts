// tries: a comparison that never answers
// expect: limit cpu
export default () =>
  [3, 1, 2].sort(() => {
    for (;;);
  });
