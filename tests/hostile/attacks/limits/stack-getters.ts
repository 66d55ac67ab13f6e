// tries: go down without end in the rendering of a result
// expect: failed /Maximum call stack size exceeded|circular/
export default () => {
  const deep = () => ({
    get next() {
      return deep();
    },
  });
  return deep();
};
