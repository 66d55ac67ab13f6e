// tries: a value too deep to be rendered
// expect: failed /Maximum call stack size exceeded/
export default () => {
  let value = {};
  for (let i = 0; i < 1e6; i++) value = { value };
  return value;
};
