/**
 * What a snippet may use of a global. `members` is the list of what may be named of it: nothing else may.
 * `kind` decides about a key that is computed while the code runs: on a `callable` (a function or class) it
 * is refused, for it reaches the maker of code out of text; on a `namespace` it reaches only what is listed
 * here or what every plain object has.
 */
export interface AllowedGlobal {
  readonly names: readonly string[];
  readonly kind: "value" | "callable" | "namespace";
  readonly members: readonly string[];
  readonly why: string;
  /** Members that exist and are left out for a reason that is worth telling. */
  readonly refused?: Readonly<Record<string, { readonly reason: string; readonly hint: string }>>;
}

/** What every function has, of which nothing leads further. */
const OF_CALLABLES: readonly string[] = [
  ...["prototype", "name", "length", "call", "apply", "bind", "toString", "valueOf", "hasOwnProperty"],
];

// One object leads to another only by name, so that the list can be read as what is in reach.
export const ALLOWED: readonly AllowedGlobal[] = [
  {
    names: ["undefined", "NaN", "Infinity"],
    kind: "value",
    members: [],
    why: "constants",
  },
  {
    names: ["Object"],
    kind: "callable",
    members: [
      ...["assign", "create", "defineProperty", "defineProperties", "entries", "freeze", "fromEntries"],
      ...["getOwnPropertyNames", "getOwnPropertySymbols", "getPrototypeOf", "groupBy", "hasOwn", "is"],
      ...["isExtensible", "isFrozen", "isSealed", "keys", "preventExtensions", "seal", "values"],
    ],
    why: "looks into objects and makes them",
    refused: {
      setPrototypeOf: {
        reason: "it changes what an object inherits, behind the back of all code that uses it",
        hint: "use `class … extends`, or `Object.create(…)`",
      },
      getOwnPropertyDescriptor: {
        reason: "a descriptor gives by a computed name what is refused by its own",
        hint: "read the member by its name, or use Object.hasOwn and Object.entries",
      },
      getOwnPropertyDescriptors: {
        reason: "descriptors give by a computed name what is refused by its own",
        hint: "use Object.entries, or `{ ...object }`",
      },
    },
  },
  {
    names: ["Array"],
    kind: "callable",
    members: ["from", "fromAsync", "isArray", "of"],
    why: "lists",
  },
  {
    names: ["String"],
    kind: "callable",
    members: ["fromCharCode", "fromCodePoint", "raw"],
    why: "texts",
  },
  {
    names: ["Number"],
    kind: "callable",
    members: [
      ...["EPSILON", "MAX_SAFE_INTEGER", "MIN_SAFE_INTEGER", "MAX_VALUE", "MIN_VALUE", "NaN"],
      ...["NEGATIVE_INFINITY", "POSITIVE_INFINITY", "isFinite", "isInteger", "isNaN", "isSafeInteger"],
      ...["parseFloat", "parseInt"],
    ],
    why: "numbers",
  },
  { names: ["Boolean"], kind: "callable", members: [], why: "truth values" },
  { names: ["BigInt"], kind: "callable", members: ["asIntN", "asUintN"], why: "large whole numbers" },
  {
    names: ["Symbol"],
    kind: "callable",
    members: [
      ...["iterator", "asyncIterator", "toPrimitive", "toStringTag", "hasInstance", "description"],
      ...["dispose", "asyncDispose", "isConcatSpreadable"],
    ],
    why: "names of the language's own hooks, for classes of the snippet's own",
    refused: {
      for: {
        reason: "symbols known everywhere are hooks into the engine: it calls what is stored under them",
        hint: 'write `Symbol("name")`, or a text',
      },
      species: {
        reason: "it makes the methods of other code build objects of yours",
        hint: "override the method itself",
      },
      unscopables: { reason: "it changes what names mean", hint: "leave it out" },
    },
  },
  {
    names: ["Math"],
    kind: "namespace",
    members: [
      ...["E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2", "abs", "acos", "acosh", "asin"],
      ...["asinh", "atan", "atan2", "atanh", "cbrt", "ceil", "clz32", "cos", "cosh", "exp", "expm1"],
      ...["f16round", "floor", "fround", "hypot", "imul", "log", "log10", "log1p", "log2", "max", "min"],
      ...["pow", "random", "round", "sign", "sin", "sinh", "sqrt", "sumPrecise", "tan", "tanh", "trunc"],
    ],
    why: "arithmetic; `random` is a capability",
  },
  {
    names: ["JSON"],
    kind: "namespace",
    members: ["parse", "stringify", "rawJSON", "isRawJSON"],
    why: "JSON",
  },
  {
    names: ["Date"],
    kind: "callable",
    members: ["UTC", "now", "parse"],
    why: "dates; the clock is a capability",
  },
  {
    names: ["RegExp"],
    kind: "callable",
    members: ["escape", ...Array.from({ length: 9 }, (_, i) => `$${i + 1}`)],
    why: "patterns",
  },
  { names: ["Map"], kind: "callable", members: ["groupBy"], why: "tables by key" },
  { names: ["Set", "WeakMap", "WeakSet"], kind: "callable", members: [], why: "collections" },
  {
    names: ["Promise"],
    kind: "callable",
    members: ["all", "allSettled", "any", "race", "reject", "resolve", "try", "withResolvers"],
    why: "results that come later",
  },
  { names: ["Iterator"], kind: "callable", members: ["from", "concat", "zip", "zipKeyed"], why: "iteration" },
  {
    names: ["Intl"],
    kind: "namespace",
    members: [
      ...["Collator", "DateTimeFormat", "DisplayNames", "DurationFormat", "ListFormat", "Locale"],
      ...["NumberFormat", "PluralRules", "RelativeTimeFormat", "Segmenter"],
      ...["getCanonicalLocales", "supportedValuesOf"],
    ],
    why: "texts, numbers and dates as people of a language write them",
  },
  {
    names: ["Temporal"],
    kind: "namespace",
    members: [
      ...["Duration", "Instant", "Now", "PlainDate", "PlainDateTime", "PlainMonthDay", "PlainTime"],
      ...["PlainYearMonth", "ZonedDateTime"],
    ],
    why: "dates and times; `Now` is a capability",
  },
  {
    names: [
      ...["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError"],
      "AggregateError",
    ],
    kind: "callable",
    members: ["captureStackTrace", "stackTraceLimit", "isError"],
    why: "failures",
    refused: {
      prepareStackTrace: {
        reason:
          "the engine calls it with its own frames, from which the program around a snippet is in reach",
        hint: "use the `message` of the error",
      },
    },
  },
  { names: ["ArrayBuffer"], kind: "callable", members: ["isView"], why: "bytes" },
  { names: ["DataView"], kind: "callable", members: [], why: "numbers in bytes" },
  {
    names: [
      ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array"],
      ...["Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
    ],
    kind: "callable",
    members: ["BYTES_PER_ELEMENT", "from", "fromBase64", "fromHex", "of"],
    why: "lists of numbers",
  },
  {
    names: ["parseInt", "parseFloat", "isNaN", "isFinite"],
    kind: "callable",
    members: [],
    why: "texts to numbers",
  },
  {
    names: ["encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "atob", "btoa"],
    kind: "callable",
    members: [],
    why: "texts to texts",
  },
  { names: ["structuredClone"], kind: "callable", members: [], why: "deep copies of data" },
  { names: ["TextEncoder", "TextDecoder"], kind: "callable", members: [], why: "texts to bytes and back" },
  {
    names: ["URL"],
    kind: "callable",
    members: ["canParse", "parse"],
    why: "the parts of an address",
    refused: {
      createObjectURL: { reason: "it makes an address that code can be loaded from", hint: "leave it out" },
    },
  },
  { names: ["URLSearchParams"], kind: "callable", members: [], why: "the parts of a query" },
  {
    names: ["console"],
    kind: "namespace",
    members: ["assert", "debug", "dir", "error", "info", "log", "table", "warn"],
    why: "messages on stderr",
    refused: {
      time: { reason: "it tells the time that passed, so that runs would not repeat", hint: "leave it out" },
    },
  },
];

const byName: ReadonlyMap<string, AllowedGlobal> = new Map(
  ALLOWED.flatMap((row) => row.names.map((name) => [name, row] as const)),
);

/** The row of a global; undefined for a name that is not on the list. */
export function allowedGlobal(name: string): AllowedGlobal | undefined {
  return byName.get(name);
}

/** Whether a member may be named of a global on the list. */
export function isAllowedMember(row: AllowedGlobal, member: string): boolean {
  return row.members.includes(member) || (row.kind === "callable" && OF_CALLABLES.includes(member));
}
