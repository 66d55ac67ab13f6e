// tries: throw nothing
// expect: failed /it threw/
export default () => {
  throw undefined;
};
