// tries: objects that are all kept
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push({ i, text: `${i}`, more: [i] });
};
