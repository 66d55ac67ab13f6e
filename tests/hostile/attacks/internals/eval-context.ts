// tries: run text through the inner call for scripts
// runner: off
// expect: failed /Requires read access|NotCapable/
// control: secret
export default () => {
  const [value, fault] = Deno[Deno.internal].core.evalContext(
    "Deno.readTextFileSync('{{secret}}/secret.txt')",
    "file:///x.js",
  );
  if (fault) throw fault.thrown;
  return value;
};
