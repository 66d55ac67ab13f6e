// tries: leave a context by a constructor
// runner: off
// expect: failed /EvalError|Requires|NotCapable/
import vm from "node:vm";

export default () =>
  vm
    .runInNewContext("this.constructor.constructor('return Deno')()")
    .readTextFileSync("{{secret}}/secret.txt");
