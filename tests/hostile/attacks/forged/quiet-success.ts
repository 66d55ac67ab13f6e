// tries: end well after half of the output, by a broken pipe that is none
// runner: off
// expect: done stdout /^half\n$/
// control: /^half\n$/
export default () => {
  Deno.stdout.writeSync(new TextEncoder().encode("half\n"));
  Deno.exit(0);
};
