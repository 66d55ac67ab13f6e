// tries: grant oneself a permission with the inner operation
// runner: off
// expect: failed /NotCapable|Requires|denied|not a function|undefined/
export default () => {
  const { ops } = Deno[Deno.internal].core;
  ops.op_request_permission?.({ name: "read" });
  ops.op_pledge_test_permissions?.({ read: true });
  return Deno.readTextFileSync("{{secret}}/secret.txt");
};
