// tries: read what is granted
// runner: off
// granted: read:{{work}}/granted.txt
// expect: done stdout /^granted/
// control: /granted/
export default () => Deno.readTextFileSync("{{work}}/granted.txt");
