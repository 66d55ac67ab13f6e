// tries: learn the size of the terminal, the way to the calls that push keys into it
// runner: off
// expect: failed /./
export default () => JSON.stringify(Deno.consoleSize());
