// tries: a value too deep to be copied, in the engine's own code
// expect: failed /Maximum call stack size exceeded|could not be cloned/
export default () => {
  let value = [];
  for (let i = 0; i < 1e6; i++) value = [value];
  return structuredClone(value).length;
};
