// tries: take functions of the engine out of the stack of its own error
// expect: done stdout /^undefined\n$/
export default () => {
  Error.prepareStackTrace = (_, sites) =>
    sites.flatMap((site) => [site.getThis(), site.getFunction()]).find((one) => one !== undefined);
  try {
    atob("%");
  } catch (error) {
    return String(typeof error.stack === "undefined" ? undefined : typeof error.stack);
  }
};
