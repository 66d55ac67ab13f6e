// tries: symbols registered for ever
// expect: limit memory or limit cpu
export default () => {
  for (let i = 0; ; i++) Symbol.for(`symbol number ${i}`);
};
