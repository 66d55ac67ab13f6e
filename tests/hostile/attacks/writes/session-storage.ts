// tries: keep something in the storage of a session, which must stay in memory
// runner: off
// expect: done stdout /^(0|1)\n$/
export default () => {
  const before = sessionStorage.length;
  sessionStorage.setItem("count", "1");
  return String(before);
};
