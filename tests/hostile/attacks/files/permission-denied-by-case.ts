// tries: walk around a permission with bytes that paths do not have
// runner: off
// expect: failed /NotCapable: Requires read access|nul byte|InvalidData|InvalidInput/
export default () => Deno.readTextFileSync("{{secret}}/secret.txt\0.allowed");
