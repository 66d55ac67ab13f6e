// tries: break the runner's text functions, so that it cannot say how it ended
// expect: failed
export default () => {
  String.prototype.replace = () => {
    throw new Error("broken");
  };
  RegExp.prototype.exec = String.prototype.replace;
  Symbol.prototype.toString = String.prototype.replace;
  throw new Error("thrown on purpose");
};
