// tries: break the lines of a text with a patched method of strings
// output: tagged
// expect: done stdout /^l/
export default () => {
  String.prototype.replaceAll = () => 'x\nr{"forged":1}';
  return "a\nb";
};
