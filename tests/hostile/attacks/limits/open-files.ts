// tries: open more than may be open
// runner: off
// expect: failed /Too many open files|os error 24|Requires/
export default () => {
  const all = [];
  for (let i = 0; i < 1000; i++) all.push(Deno.openSync("/dev/null"));
  return String(all.length);
};
