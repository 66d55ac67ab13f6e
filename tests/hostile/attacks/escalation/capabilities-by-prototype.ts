// tries: have a grant by a patched list, when a second formatter is made
// expect: failed /the clock is not granted/
export default () => {
  Array.prototype.includes = () => true;
  return String(Date.now());
};
