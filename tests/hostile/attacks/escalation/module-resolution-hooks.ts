// tries: register hooks that load modules otherwise
// runner: off
// limits: --memory 1G
// expect: failed /Requires|not a function|not implemented|NotCapable|no such|not a dependency/
import module from "node:module";

export default async () => {
  module.registerHooks?.({
    load: () => ({
      format: "module",
      source: "export default Deno.readTextFileSync('{{secret}}/secret.txt')",
      shortCircuit: true,
    }),
  });
  return (await import("trap:x")).default;
};
