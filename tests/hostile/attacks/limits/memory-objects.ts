// tries: fill the heap with objects
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push({ i, text: `${i}` });
};
