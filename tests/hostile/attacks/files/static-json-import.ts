// tries: read a file with a static import as JSON
// expect: failed /Requires read access to ".*secret\.json"/
// control: secret
import secret from "file://{{secret}}/secret.json" with { type: "json" };

export default () => secret.token;
