// tries: loop without end
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  for (;;);
};
