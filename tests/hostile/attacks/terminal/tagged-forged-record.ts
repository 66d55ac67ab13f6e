// tries: hide sequences in a record that is no JSON
// output: tagged
// expect: done stdout /^l/
export default () => {
  String.prototype.replaceAll = () => 'x\nr{"a":\u001b[31m\nb\u001b[31m\nz\u001b[31m\n\u001b[31m';
  return "a\nb";
};
