// tries: move the process into another folder
// runner: off
// expect: failed /NotCapable: Requires read access to/
// control: /secret/
export default () => {
  Deno.chdir("{{secret}}");
  return Deno.cwd();
};
