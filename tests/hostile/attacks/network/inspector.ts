// tries: open the port of a debugger
// runner: off
// expect: failed /NotCapable|Requires|not implemented|Not implemented/
import inspector from "node:inspector";

export default () => {
  inspector.open(0, "127.0.0.1");
  return inspector.url();
};
