import type { OptionSchema, OptionValue } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";

/** The fields that the code looks at with these option values; undefined where that is not known. */
export function fieldsOf({
  reads,
  schema,
  values,
}: {
  readonly reads?: Reads;
  readonly schema: OptionSchema;
  readonly values: Readonly<Record<string, OptionValue>>;
}): readonly string[] | undefined {
  if (reads?.kind !== "fields") return undefined;
  const usual = (name: string) => schema.options.find((one) => one.name === name)?.default;
  const named = reads.options.map((name) => values[name] ?? usual(name));
  const texts = named.filter((one) => typeof one === "string");
  return texts.length === named.length ? [...new Set([...reads.fields, ...texts])] : undefined;
}
