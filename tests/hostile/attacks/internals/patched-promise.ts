// tries: catch the runner's own values in a patched promise
// expect: done stdout /^1\n$/
export default () => {
  const then = Promise.prototype.then;
  Promise.prototype.then = function (...callbacks) {
    if (typeof this?.exit === "function") console.log("caught the engine");
    return then.apply(this, callbacks);
  };
  return 1;
};
