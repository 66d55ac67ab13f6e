// tries: fill the heap with functions
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push(() => i);
};
