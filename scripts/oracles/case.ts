import type { FormatName, OutputName, Ragged } from "../../src/terms/format.ts";

/** One conversion whose answer is known: the bytes that go in, how they are read and written, and what should come out. */
export interface OracleCase {
  /** Of which set, and which of it. */
  readonly id: string;
  readonly inputs: readonly { readonly name: string; readonly text: string }[];
  readonly from: FormatName;
  readonly header: boolean;
  readonly ragged?: Ragged;
  readonly output: OutputName;
  readonly writesHeader: boolean;
  /** Of the records only so many, from the front; or all of them, turned round. */
  readonly take?: number | "reversed";
  /** What another tool gave. */
  readonly expected: string;
}

/** A case that cannot be compared, and why. */
export interface NotOurs {
  readonly id: string;
  readonly why: string;
}

/** What a set of oracles gives. */
export interface OracleSet {
  readonly name: string;
  readonly cases: readonly OracleCase[];
  readonly notOurs: readonly NotOurs[];
}
