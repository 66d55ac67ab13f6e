// tries: a text that grows by itself
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push([..."abcdefgh".repeat(10_000), i].join(""));
};
