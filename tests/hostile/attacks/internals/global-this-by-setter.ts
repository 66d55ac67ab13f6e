// tries: catch what the runner puts on the global object when it ends
// expect: done stdout /^1\n$/
export default () => {
  for (const name of ["globalThis", "Deno", "dispatchEvent", "console"]) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      set(value) {
        console.log(`caught ${name}: ${typeof value}`);
      },
    });
  }
  return 1;
};
