// tries: switch the engine's natives on and call one from a fresh script
// runner: off
// expect: failed /./
import { setFlagsFromString } from "node:v8";
import vm from "node:vm";

export default () => {
  setFlagsFromString("--allow-natives-syntax");
  return new vm.Script("%GetUndetectable()").runInThisContext();
};
