// tries: functions that call each other, the overflow caught
// expect: limit cpu
const even = (n: number): boolean => odd(n + 1);
const odd = (n: number): boolean => even(n + 1);
export default () => {
  for (;;) {
    try {
      even(0);
    } catch {}
  }
};
