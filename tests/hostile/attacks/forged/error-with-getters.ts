// tries: end the run's description in the middle
// expect: failed /cannot be shown|again|Error/
export default () => {
  const error = new Error("x");
  for (const name of ["name", "message", "stack"]) {
    Object.defineProperty(error, name, {
      get() {
        throw new Error("again");
      },
    });
  }
  throw error;
};
