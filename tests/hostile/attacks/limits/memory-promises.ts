// tries: fill the heap with promises that wait
// limits: --memory 128M
// expect: limit memory
export default () => {
  const wait = new Promise(() => {});
  for (;;) wait.then(() => {});
};
