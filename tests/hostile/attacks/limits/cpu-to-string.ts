// tries: never come back from a conversion
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  const it = {
    toString() {
      for (;;);
    },
  };
  return `${it}`;
};
