// tries: messages without end
// expect: limit output or limit cpu
export default () => {
  for (let i = 0; ; i++) console.log(`message ${i} ${"x".repeat(1000)}`);
};
