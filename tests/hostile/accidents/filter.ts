// tries: a search in a sequence without end for what is not there
// expect: limit cpu
function* zeros() {
  for (;;) yield 0;
}
export default () => zeros().find((n) => n > 0);
