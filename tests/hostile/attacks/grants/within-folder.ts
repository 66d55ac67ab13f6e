// tries: read what lies in a granted folder
// runner: off
// granted: read:{{work}}/folder/
// expect: done stdout /^inside/
// control: /inside/
export default () => Deno.readTextFileSync("{{work}}/folder/inside.txt");
