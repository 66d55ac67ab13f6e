// tries: break the line of bytes with a patched method
// output: tagged
// expect: done stdout /^b/
export default () => {
  Uint8Array.prototype.toBase64 = () => 'x\nr{"forged":1}';
  return new Uint8Array(3);
};
