// tries: read a file through a star export of a data module
// expect: failed /Requires read access to ".*secret\.mjs"/
// control: secret
import * as all from 'data:text/javascript,export {default as token} from "file://{{secret}}/secret.mjs"';

export default () => all.token;
