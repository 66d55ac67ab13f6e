// tries: load a native addon
// runner: off
// expect: failed /Requires (ffi|read|all) access|not implemented|NotCapable/
import process from "node:process";

export default () => process.dlopen({ exports: {} }, "/lib/x86_64-linux-gnu/libc.so.6");
