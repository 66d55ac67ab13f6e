import type { Sample } from "../../terms/sample.ts";
import { samplePart } from "./sample-part.ts";

/** What a model is told of the inputs after the first, by place: names of files are not sent. "" where there are none. */
export function othersPart(sample: Sample | null): string {
  const others = sample?.others;
  if (!others) return "";
  const left = others.count - others.looked.length;
  const parts = others.looked.map((one, i) => `\`input.file(${i + 1})\`: ${samplePart(one)}`);
  return [
    `There are ${others.count + 1} inputs, and what was told is the first. \`input.records()\` and \`input.lines()\` read them one after the other, which is right where they are alike; \`input.file(0)\`, \`input.file(1)\`, … is each by itself, with the same methods and a \`name\`; \`input.file("users")\` finds one by its name, \`input.files\` is the list of them. In each, what stands for values that were taken out is numbered anew.`,
    ...parts,
    ...(left > 0 ? [`${left} more were not looked at.`] : []),
  ].join("\n\n");
}
