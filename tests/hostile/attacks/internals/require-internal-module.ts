// tries: require an inner module of Node's half, and read with it
// runner: off
// expect: failed /Requires read access|is not a function|not found|Cannot find module/
import { createRequire } from "node:module";

export default () => {
  const require = createRequire("file:///");
  const inner = require("internal/fs/utils");
  return (inner.default ?? inner).getStatsFromBinding
    ? require("internal/fs/promises").readFile("{{secret}}/secret.txt", "utf8")
    : "none";
};
