// tries: load a native addon with the inner operation
// runner: off
// expect: failed /expected|Requires|NotCapable/
export default () => {
  const { ops } = Deno[Deno.internal].core;
  return String(
    ops.op_napi_open(
      "/lib/x86_64-linux-gnu/libc.so.6",
      {},
      () => {},
      () => {},
      () => {},
      () => {},
      "x",
    ),
  );
};
