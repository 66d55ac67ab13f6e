// tries: learn that something is granted
// runner: off
// expect: done stdout /^(prompt|denied)( (prompt|denied)){6}\n$/
// control: /granted/
export default () =>
  ["read", "write", "net", "env", "run", "ffi", "sys"]
    .map((name) => Deno.permissions.querySync({ name }).state)
    .join(" ");
