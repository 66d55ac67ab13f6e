// tries: take the heap's limit back while running
// runner: off
// limits: --memory 128M
// expect: limit memory
import { setFlagsFromString } from "node:v8";

export default () => {
  setFlagsFromString("--max-old-space-size=8192");
  setFlagsFromString("--max-heap-size=8192");
  const all = [];
  for (let i = 0; ; i++) all.push({ i, text: `${i}` });
};
