// tries: put the terminal into another mode
// runner: off
// expect: failed /./
export default () => Deno.stdin.setRaw(true);
