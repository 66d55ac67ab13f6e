// tries: have the engine keep caches where the host says
// planted: DENO_DIR={{root}}/cache
// expect: done stdout /^ran\n$/
// control: written
export default () => {
  if (typeof localStorage !== "undefined") localStorage.setItem("a", "b");
  return "ran";
};
