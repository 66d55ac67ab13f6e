// tries: pass a failure for the CPU limit, by writ's words
// expect: failed /stopped after 10 s of CPU/
export default () => {
  throw new Error("stopped after 10 s of CPU (limit 10 s): raise it with --cpu 60s");
};
