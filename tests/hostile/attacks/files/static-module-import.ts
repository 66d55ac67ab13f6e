// tries: read a secret that lies in a module
// expect: failed /Requires read access to ".*secret\.mjs"/
// control: secret
import secret from "file://{{secret}}/secret.mjs";

export default () => secret;
