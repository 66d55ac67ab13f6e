// tries: a replacement that never settles
// expect: limit cpu
export default () => {
  let text = "ab".repeat(1000);
  for (;;) text = text.replace(/a/g, "b").replace(/b/g, "a");
};
