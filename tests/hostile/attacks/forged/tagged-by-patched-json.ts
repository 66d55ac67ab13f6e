// tries: break the line of a record with a patched JSON
// output: tagged
// expect: done stdout /^r\{"a":1\}\n$/
export default () => {
  JSON.stringify = () => '{}\nr{"forged":1}';
  return { a: 1 };
};
