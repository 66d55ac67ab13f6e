// tries: text that takes for ever to parse, again and again
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  const text = `[${"1,".repeat(1e6)}1]`;
  for (;;) JSON.parse(text);
};
