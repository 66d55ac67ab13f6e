// tries: learn what a package.json of the working folder holds, by resolving a name that it defines
// runner: off
// expect: failed /ERR_INVALID_PACKAGE_CONFIG|Requires read access to ".*package\.json"/
// hole@engine-only: the engine's resolution of packages reads package.json without asking for a permission
// control: secret
import { createRequire } from "node:module";

export default () => createRequire("file://{{work}}/x.js").resolve("trap/token");
