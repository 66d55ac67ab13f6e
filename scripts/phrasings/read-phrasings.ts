import { readFileSync } from "node:fs";
import { z } from "zod";
import { takeSample } from "../../src/sample/take-sample.ts";
import type { OptionValue } from "../../src/terms/option.ts";
import type { Sample } from "../../src/terms/sample.ts";

/** What a directive may be matched to: a command, and the option values that it then needs. */
export type Fit = readonly [command: string, values: Readonly<Record<string, OptionValue>>];

/** A directive as somebody would type it, the name of the input it is about, and every match that is right. */
export interface Phrasing {
  readonly words: string;
  readonly input: string;
  /** Empty: nothing that ships fits. */
  readonly fits: readonly Fit[];
}

/** A set of phrasings, and the inputs that they are about as writ sees them. */
export interface Phrasings {
  readonly phrasings: readonly Phrasing[];
  readonly samples: ReadonlyMap<string, Sample>;
}

/**
 * `first` was written before anybody looked at the matcher, `second` after it was improved on the first, and `held-out`
 * after it was improved on both: what the matcher does with that has changed nothing in it.
 */
export type SetName = "first" | "second" | "held-out";

const FOLDER = new URL("../../tests/draft/match/phrasings/", import.meta.url);
const FILES: Readonly<Record<SetName, readonly string[]>> = {
  first: ["fits.jsonl", "nothing.jsonl"],
  second: ["second.jsonl"],
  "held-out": ["held-out.jsonl"],
};

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);
const row = z.strictObject({
  words: z.string(),
  input: z.string(),
  fits: z.array(z.tuple([z.string(), z.record(z.string(), value)])).default([]),
});

export async function readPhrasings(set: SetName): Promise<Phrasings> {
  const phrasings = FILES[set].flatMap((file) => textOf(file).trim().split("\n").map(readRow));
  return { phrasings, samples: await readSamples() };
}

function readRow(line: string): Phrasing {
  return row.parse(JSON.parse(line)) as Phrasing;
}

async function readSamples(): Promise<ReadonlyMap<string, Sample>> {
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(textOf("inputs.json")));
  const samples = Object.entries(texts).map(async ([input, text]) => {
    const head = new TextEncoder().encode(text);
    return [input, await takeSample({ input, head, complete: true, from: "auto" })] as const;
  });
  return new Map(await Promise.all(samples));
}

function textOf(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8");
}
