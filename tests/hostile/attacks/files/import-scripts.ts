// tries: load a file into a classic worker
// runner: off
// expect: failed /Classic workers are not supported|Not supported|not supported/
export default () =>
  String(
    new Worker("data:text/javascript,importScripts('file://{{secret}}/secret.cjs')", { type: "classic" }),
  );
