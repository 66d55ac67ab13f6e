// tries: call every inner operation that the engine shows, with paths
// runner: off
// expect: done stdout /^tried \d\d\n$/
export default () => {
  const { ops } = Deno[Deno.internal].core;
  const names = Object.getOwnPropertyNames(ops).filter(
    (name) => name.startsWith("op_") && name !== "op_set_exit_code",
  );
  for (const name of names) {
    for (const values of [
      [],
      ["{{secret}}/secret.txt"],
      ["{{secret}}/secret.txt", "{{root}}/{{mark}}"],
      ["{{root}}/{{mark}}", new Uint8Array(8)],
    ]) {
      try {
        const got = ops[name](...values);
        if (got instanceof Promise) got.catch(() => {});
        if (JSON.stringify(got)?.includes("SECRET")) return `${name} gave ${JSON.stringify(got)}`;
      } catch {}
    }
  }
  return `tried ${names.length}`;
};
