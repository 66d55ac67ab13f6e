// tries: texts that are joined, and flattened by looking at them
// expect: limit memory or limit cpu
export default () => {
  const all = [];
  for (let i = 0; ; i++) {
    let text = `${i}`;
    for (let n = 0; n < 20; n++) text += text;
    all.push(text, text.charCodeAt(text.length - 1));
  }
};
