// tries: import an inner module of the engine in a module from a data address
// expect: failed /Importing ext: modules is only allowed from/
import 'data:text/javascript,import "ext:core/mod.js"';

export default () => "loaded";
