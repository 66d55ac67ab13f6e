// tries: fill the heap with text
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push([...`${i}`.repeat(1e5)].join("-"));
};
