// tries: have modules of a folder compiled and cached
// runner: off
// expect: done stdout /^\{"status":\d+/
import module from "node:module";

export default () => module.enableCompileCache?.("{{work}}/{{mark}}") ?? { status: 0 };
