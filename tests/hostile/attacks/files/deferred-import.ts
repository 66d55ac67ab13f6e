// tries: read a file with a deferred import
// expect: failed /Requires read access|SyntaxError|Unexpected|Expected/
import defer * as secret from "file://{{secret}}/secret.mjs";

export default () => secret.default;
