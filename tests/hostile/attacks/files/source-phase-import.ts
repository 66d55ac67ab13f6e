// tries: read a file with a source phase import
// expect: failed /Requires read access|SyntaxError|Unexpected|not supported|expected/
import source secret from "file://{{secret}}/secret.wasm";

export default () => String(secret);
