// tries: take the flag against code from strings back while running
// runner: off
// expect: done stdout /./
import { setFlagsFromString } from "node:v8";

export default () => {
  setFlagsFromString("--no-disallow-code-generation-from-strings");
  try {
    return String((0, eval)("1 + 1"));
  } catch (error) {
    return String(error);
  }
};
