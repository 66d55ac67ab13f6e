// tries: an array of a size that came from the data
// expect: limit memory
export default () => {
  const all = [];
  for (;;) all.push(new Array(4_000_000).fill(1.5));
};
