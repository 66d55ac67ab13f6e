/**
 * What a probe runs as its trusted module, with every permission of the engine granted, so that whatever stops it is the
 * kernel's doing. Arguments after the invocation: a token, a file that writ can read, a port that listens, a
 * path that could be written. It prints one line of JSON: the token, and how each attempt ended.
 */
export const PROBE_MODULE = `const [, token, file, port, target] = Deno.args;
const ending = async (attempt) => {
  try {
    await attempt();
    return "done";
  } catch (error) {
    return error.code ?? error.name;
  }
};
console.log(JSON.stringify({
  token,
  read: await ending(() => Deno.readTextFileSync(file)),
  import: await ending(() => import("file://" + file, { with: { type: "text" } })),
  write: await ending(() => Deno.writeTextFileSync(target, token)),
  connect: await ending(() => Deno.connect({ hostname: "127.0.0.1", port: Number(port) })),
  listen: await ending(() => Deno.listen({ hostname: "127.0.0.1", port: 0 })),
  start: await ending(() => new Deno.Command(Deno.execPath(), { args: ["--version"] }).outputSync()),
}));
`;
