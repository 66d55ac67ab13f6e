// tries: be called with the global object while the engine exits, and stay
// expect: done stdout /^1\n$/
export default () => {
  const symbol = Symbol.for("Deno.isUnloadDispatched");
  Object.defineProperty(Object.prototype, symbol, {
    configurable: true,
    get() {
      delete Object.prototype[symbol];
      console.log(`has the global object: ${Object.getOwnPropertyNames(this).length} names`);
      throw new Error("stays");
    },
  });
  return 1;
};
