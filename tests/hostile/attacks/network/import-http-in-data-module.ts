// tries: import from the network in a module from a data address
// expect: failed /--no-remote is specified|Requires import access/
// control: connected
import 'data:text/javascript,import "http://127.0.0.1:{{tcp}}/x.mjs"';

export default () => "loaded";
