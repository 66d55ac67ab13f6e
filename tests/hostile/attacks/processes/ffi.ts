// tries: call the C library
// runner: off
// expect: failed /NotCapable: Requires ffi access|is not a function/
// control: /^\d+\n$/
export default () =>
  String(Deno.dlopen("libc.so.6", { getpid: { parameters: [], result: "i32" } }).symbols.getpid());
