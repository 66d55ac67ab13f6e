// tries: make a pointer from a number
// runner: off
// expect: failed /NotCapable: Requires ffi access|undefined|is not a/
export default () => String(Deno.UnsafePointerView.getCString(Deno.UnsafePointer.create(65536n)));
