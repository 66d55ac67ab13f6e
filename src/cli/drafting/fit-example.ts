import { detectFormat } from "../../formats/detect.ts";
import type { Example } from "../../terms/example.ts";
import type { Sample } from "../../terms/sample.ts";

/**
 * The example with its input read as the sample is: a line or two may look like another format than the whole does. It is
 * said in its own words (`--from`), so that it stays true once it is kept.
 */
export function fitExample(example: Example, sample: Sample | null): Example {
  const { in: input, args = [] } = example;
  if (sample === null || input === undefined || args.some((word) => /^--from(=|$)/.test(word)))
    return example;
  const detected = detectFormat(Buffer.from(input), true).format;
  return detected === sample.format ? example : { ...example, args: ["--from", sample.format, ...args] };
}
