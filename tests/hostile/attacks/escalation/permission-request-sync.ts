// tries: ask for every permission
// runner: off
// expect: done stdout /^denied denied denied denied denied denied\n$/
// control: /granted/
export default () =>
  ["read", "write", "net", "env", "run", "ffi"]
    .map((name) => Deno.permissions.requestSync({ name }).state)
    .join(" ");
