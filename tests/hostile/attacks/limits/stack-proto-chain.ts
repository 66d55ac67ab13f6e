// tries: a chain of prototypes too long
// limits: --cpu 3s
// expect: done stdout /^undefined\n$/
export default () => {
  let value = Object.create(null);
  for (let i = 0; i < 1e5; i++) value = Object.create(value);
  return String(value.absent);
};
