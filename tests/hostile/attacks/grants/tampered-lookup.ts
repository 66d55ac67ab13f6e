// tries: change the methods by which a lever looks its path up
// granted: read:{{work}}/granted.txt
// expect: failed /is not granted to this run|NotCapable|denied|could not be read/
export default (input, options, { read }) => {
  String.prototype.startsWith = () => true;
  String.prototype.endsWith = () => true;
  Array.prototype.some = () => true;
  Array.prototype.includes = () => true;
  return read("{{secret}}/secret.txt").text();
};
