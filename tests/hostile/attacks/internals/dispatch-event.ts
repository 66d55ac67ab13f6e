// tries: tell the runner what only the engine tells it
// expect: failed /forged/
export default () => {
  dispatchEvent({ type: "unhandledrejection", reason: new Error("forged") });
  return "went on";
};
