// tries: take functions and receivers of the runner out of a stack
// expect: done stdout /^undefined\n$/
export default () => {
  Error.prepareStackTrace = (_, sites) =>
    sites.flatMap((site) => [site.getThis(), site.getFunction()]).find((one) => one !== undefined);
  const { stack } = new Error("x");
  delete Error.prepareStackTrace;
  return String(stack);
};
