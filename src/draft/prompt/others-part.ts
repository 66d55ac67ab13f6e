import { type Sample, samplesOf } from "../../terms/sample.ts";
import { fence } from "./fence.ts";
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
    ...apartPart(sample),
    ...(left > 0 ? [`${left} more were not looked at.`] : []),
  ].join("\n\n");
}

/** Fields that have one name and no type in common: texts in CSV, numbers in JSON. Compared, they are never equal. */
function apartPart(sample: Sample): readonly string[] {
  const types = new Map<string, string[]>();
  for (const { fields } of samplesOf(sample)) {
    for (const { name, types: all } of fields) {
      const some = all.filter((type) => type !== "null").join(" or ");
      if (some !== "") types.set(name, [...(types.get(name) ?? []), some]);
    }
  }
  const apart = [...types].filter(([, said]) => said.some((one) => !overlaps(one, said[0] ?? "")));
  if (apart.length === 0) return [];
  const lines = apart.map(([name, said]) => `${JSON.stringify(name)}: ${[...new Set(said)].join(" and ")}`);
  const data = fence("TYPE", lines.join("\n"));
  return [
    `Fields of one name and different types, to be made alike (\`num\`, \`String\`) before they are compared or joined:\n${data}`,
  ];
}

function overlaps(one: string, other: string): boolean {
  const types = other.split(" or ");
  return one.split(" or ").some((type) => types.includes(type));
}
