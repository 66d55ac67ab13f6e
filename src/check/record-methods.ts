/** A method of an iterator or an array of records. */
export interface RecordMethod {
  /** Which parameters of the function it is given get a record; absent: it is given none. */
  readonly records?: readonly number[];
  /** What it gives: records again, one of them, or what the function made of them. */
  readonly result: "records" | "record" | "other";
  /** With fewer arguments it would hand records on itself. */
  readonly argumentsLeast?: number;
}

const EACH: RecordMethod = { records: [0], result: "other", argumentsLeast: 1 };
const SOME: RecordMethod = { records: [0], result: "records", argumentsLeast: 1 };
const ONE: RecordMethod = { records: [0], result: "record", argumentsLeast: 1 };
const SORTED: RecordMethod = { records: [0, 1], result: "records", argumentsLeast: 1 };
const CUT: RecordMethod = { result: "records" };

/** The methods that a record can be followed through. What is not here hands records on whole. */
export const METHODS: ReadonlyMap<string, RecordMethod> = new Map([
  ...["map", "flatMap", "forEach", "some", "every", "findIndex"].map((name) => [name, EACH] as const),
  ["filter", SOME],
  ...["find", "findLast"].map((name) => [name, ONE] as const),
  ...["sort", "toSorted"].map((name) => [name, SORTED] as const),
  ...["take", "drop", "slice", "toArray", "reverse", "toReversed"].map((name) => [name, CUT] as const),
  ["at", { result: "record" }],
  ["reduce", { records: [1], result: "other", argumentsLeast: 2 }],
]);

/** A helper of "writ" that takes records first, and what they are told apart by: field names or functions. */
export interface RecordHelper {
  /** From which argument on, at least how many, and at most. */
  readonly keysFrom: number;
  readonly keysLeast: number;
  readonly keysMost: number;
  readonly result: "records" | "other";
}

/** The helpers that a record can be followed through. */
export const HELPERS: ReadonlyMap<string, RecordHelper> = new Map([
  ["countBy", { keysFrom: 1, keysLeast: 1, keysMost: 1, result: "other" }],
  ["sumBy", { keysFrom: 1, keysLeast: 2, keysMost: 2, result: "other" }],
  ["topK", { keysFrom: 2, keysLeast: 1, keysMost: 1, result: "records" }],
  ["sortBy", { keysFrom: 1, keysLeast: 1, keysMost: Number.POSITIVE_INFINITY, result: "records" }],
  ["distinct", { keysFrom: 1, keysLeast: 1, keysMost: 1, result: "records" }],
]);
