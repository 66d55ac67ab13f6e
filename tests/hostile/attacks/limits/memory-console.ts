// tries: fill the host's memory with what is said on stderr
// limits: --cpu 1s --time 5s
// expect: limit output or limit cpu or limit wall
export default () => {
  const text = "x".repeat(1e6);
  for (;;) console.log(text);
};
