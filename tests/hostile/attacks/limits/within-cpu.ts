// tries: nothing: a loop that ends within the limits, as the control of this folder
// limits: --cpu 2s --memory 128M
// expect: done stdout /^499999500000\n$/
export default () => {
  let sum = 0;
  for (let i = 0; i < 1e6; i++) sum += i;
  return sum;
};
