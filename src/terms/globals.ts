/**
 * The globals a snippet may name: standard ECMAScript without reflection, plus a few pure ones. One table
 * for both sides: the check refuses every other name, and the guest removes every other property of the
 * global object before it loads a snippet. `Date` and `Math` are here for their pure parts; the clock and
 * randomness in them throw unless granted.
 */
export const ALLOWED_GLOBALS: readonly string[] = [
  ...["undefined", "NaN", "Infinity"],
  ...["Object", "Array", "String", "Number", "Boolean", "BigInt", "Symbol", "Math", "JSON", "Date", "RegExp"],
  ...["Map", "Set", "WeakMap", "WeakSet", "Promise", "Iterator", "Intl", "Temporal"],
  ...["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError"],
  ...["AggregateError", "ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray"],
  ...["Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array"],
  ...["Float64Array", "BigInt64Array", "BigUint64Array"],
  ...["parseInt", "parseFloat", "isNaN", "isFinite"],
  ...["encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI"],
  ...["structuredClone", "TextEncoder", "TextDecoder", "URL", "URLSearchParams", "atob", "btoa", "console"],
];
