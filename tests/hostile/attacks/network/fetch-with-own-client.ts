// tries: fetch with a client whose proxy is a socket in the file system
// runner: off
// expect: failed /NotCapable: Requires|is not a function/
export default async () => {
  const client = Deno.createHttpClient({ proxy: { transport: "unix", path: "{{unix}}" } });
  return (await fetch("http://127.0.0.1/", { client })).text();
};
