// tries: reach files from a fresh context
// runner: off
// expect: failed /Requires read access|not defined|EvalError|read properties of undefined/
// control: secret
import vm from "node:vm";

export default () => vm.runInThisContext("Deno.readTextFileSync('{{secret}}/secret.txt')");
