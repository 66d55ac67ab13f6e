// tries: require a package that lies in the working folder
// runner: off
// expect: failed /Requires read access|Cannot find module|ERR_INVALID_PACKAGE_CONFIG/
import { createRequire } from "node:module";

export default () => createRequire("file://{{work}}/x.js")("trap");
