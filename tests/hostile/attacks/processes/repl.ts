// tries: start an interpreter of lines
// runner: off
// expect: done stdout /started/
import repl from "node:repl";

export default () => {
  repl.start?.({ input: null, output: null });
  return "started";
};
