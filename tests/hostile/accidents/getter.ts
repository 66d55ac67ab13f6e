// tries: a getter that asks itself, the overflow caught
// expect: limit cpu
const it = {
  get value(): number {
    return it.value + 1;
  },
};
export default () => {
  for (;;) {
    try {
      return it.value;
    } catch {}
  }
};
