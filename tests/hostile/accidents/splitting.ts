// tries: a text split and joined for ever
// expect: limit cpu
export default () => {
  let text = "a,b,c,".repeat(1000);
  for (;;) text = text.split(",").reverse().join(",");
};
