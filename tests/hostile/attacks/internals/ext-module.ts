// tries: import an inner module of the engine
// expect: failed /Importing ext: modules is only allowed from ext: and node: modules/
import * as core from "ext:core/mod.js";

export default () => Object.keys(core);
