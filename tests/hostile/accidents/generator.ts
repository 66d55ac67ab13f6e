// tries: a sum over a sequence without end
// expect: limit cpu
function* naturals() {
  for (let n = 0; ; n++) yield n;
}
export default () => naturals().reduce((sum, n) => (sum + n) % 1000, 0);
