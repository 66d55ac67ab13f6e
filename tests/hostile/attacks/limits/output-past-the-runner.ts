// tries: write without the runner, which counts; CPU still ends it
// runner: off
// limits: --max-output 1M --cpu 1s --time 5s
// expect: limit cpu or limit wall
export default () => {
  const bytes = new Uint8Array(65536).fill(120);
  for (;;) Deno.stdout.writeSync(bytes);
};
