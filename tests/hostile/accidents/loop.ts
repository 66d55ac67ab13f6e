// tries: a loop whose end is forgotten
// expect: limit cpu
export default () => {
  for (let i = 0; ; i = (i + 1) % 7) if (i > 9) return i;
};
