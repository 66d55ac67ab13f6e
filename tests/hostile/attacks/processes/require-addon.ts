// tries: require a native addon
// runner: off
// expect: failed /Requires (ffi|read) access|NotCapable/
import { createRequire } from "node:module";

export default () => createRequire("file:///")("/lib/x86_64-linux-gnu/libc.node");
