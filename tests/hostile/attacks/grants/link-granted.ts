// tries: give the secret a name that may be read
// runner: off
// granted: read:{{work}}/granted.txt write:{{work}}/granted.txt
// expect: failed /NotCapable|not permitted/
// control: /^SECRET/
export default () => {
  Deno.linkSync("{{secret}}/secret.txt", "{{work}}/hard.txt");
  return Deno.readTextFileSync("{{work}}/hard.txt");
};
