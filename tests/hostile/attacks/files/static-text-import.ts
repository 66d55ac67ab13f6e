// tries: read a file with a static import as text
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
import secret from "file://{{secret}}/secret.txt" with { type: "text" };

export default () => secret;
