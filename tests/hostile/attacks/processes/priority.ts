// tries: take precedence over other processes
// runner: off
// expect: failed /Requires sys access/
// control: /-5|0/
import os from "node:os";

export default () => {
  os.setPriority(-5);
  return String(os.getPriority());
};
