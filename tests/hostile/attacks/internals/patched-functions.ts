// tries: catch the engine's functions in patched calls
// expect: done stdout /^1\n$/
export default () => {
  const seen = new Set();
  for (const name of ["call", "apply", "bind"]) {
    const real = Function_(name);
    Object.getPrototypeOf(() => {})[name] = function (...values) {
      if (/native code/.test(String(this)) && /exit|writeSync|readSync|openSync/.test(this.name))
        seen.add(this.name);
      return real(this, values);
    };
  }
  function Function_() {
    return (self, values) => self(...values);
  }
  if (seen.size > 0) console.log([...seen].join());
  return 1;
};
