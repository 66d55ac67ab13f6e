import type { Format, Reading } from "./format.ts";
import { openTextBlocks } from "./text-blocks.ts";

/** The whole input as one record `{ text }`. Only when asked for, and held in memory. */
export const text: Format = { name: "text", signs: /(?!)/, recognise: () => null, read };

function* read(reading: Reading): Generator<{ readonly text: string }, undefined> {
  yield { text: wholeText(reading) };
}

/** All of an input as one string. */
export function wholeText({ source, input }: Pick<Reading, "source" | "input">): string {
  let all = "";
  const linesBefore = () => all.split("\n").length - 1;
  const blocks = openTextBlocks({ source, input, cut: "character", linesBefore });
  for (let block = blocks.next(); block !== null; block = blocks.next()) all += block;
  return all;
}
