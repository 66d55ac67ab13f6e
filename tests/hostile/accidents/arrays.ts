// tries: arrays in arrays
// expect: limit memory or limit cpu
export default () => {
  let all: unknown[] = [];
  for (;;) all = [all, new Array(1000).fill(0)];
};
