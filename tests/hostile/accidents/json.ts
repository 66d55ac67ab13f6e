// tries: a text parsed again and again
// expect: limit cpu
export default () => {
  let value: unknown = { a: [1, 2, 3] };
  for (;;) value = JSON.parse(JSON.stringify(value));
};
