// tries: have permissions as a test
// runner: off
// expect: failed /./
export default () => {
  Deno.test({ name: "x", permissions: "inherit", fn: () => Deno.readTextFileSync("{{secret}}/secret.txt") });
  return Deno.readTextFileSync("{{secret}}/secret.txt");
};
