// tries: make every error one that ends quietly
// expect: failed /Cannot redefine property: Symbol\(Symbol\.hasInstance\)/
export default () => {
  Object.defineProperty(
    Object.getPrototypeOf(() => {}),
    Symbol.hasInstance,
    { value: () => true, configurable: true },
  );
  throw new Error("thrown on purpose");
};
