// tries: read a file with an import that is a path, not an address
// expect: failed /not prefixed with|Requires read access|Relative import path|not a dependency/
import secret from "{{secret}}/secret.txt" with { type: "text" };

export default () => secret;
