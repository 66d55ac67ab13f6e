// tries: keep something between runs
// runner: off
// expect: failed /localStorage|not supported|access|No such file|Not a directory|os error|opaque/
// control: /1/
export default () => {
  localStorage.setItem("count", "1");
  return localStorage.length;
};
