// tries: pass a failure for the memory limit, by the engine's words
// expect: failed /Fatal JavaScript out of memory/
export default () => {
  console.log("# Fatal JavaScript out of memory: CALL_AND_RETRY_LAST");
  throw new Error("Fatal JavaScript out of memory");
};
