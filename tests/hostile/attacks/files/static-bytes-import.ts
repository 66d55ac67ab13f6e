// tries: read a file with a static import as bytes
// expect: failed /type of "bytes" is unsupported|Requires read access/
import secret from "file://{{secret}}/secret.txt" with { type: "bytes" };

export default () => new TextDecoder().decode(secret);
