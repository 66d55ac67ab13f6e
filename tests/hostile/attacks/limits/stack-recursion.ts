// tries: call without end
// expect: failed /RangeError: Maximum call stack size exceeded/
export default () => {
  const down = (n) => down(n + 1) + 1;
  return down(0);
};
