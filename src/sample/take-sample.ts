import { detectFormat } from "../formats/detect.ts";
import { isDocument } from "../formats/document.ts";
import { formatOfName } from "../formats/hinted-format.ts";
import type { Detected, FormatName, HowRead } from "../terms/format.ts";
import type { Field, FieldValues, Sample } from "../terms/sample.ts";
import { chooseRecords } from "./choose-records.ts";
import { describeValues } from "./describe-values.ts";
import { findSuspicious, textsIn } from "./find-suspicious.ts";
import { inferFields, inferType } from "./infer-type.ts";
import { plainJson } from "./plain-json.ts";
import { readHead, utf8Head } from "./read-head.ts";
import { createRedactor, type Redactor } from "./redact/create-redactor.ts";
import { findKnownSecrets } from "./redact/known-secrets.ts";
import { redactColumns } from "./redact/secret-columns.ts";
import { shorten, shortenRecords } from "./shorten.ts";

/** What is shown of an input: records, and bytes of JSON in all. */
const SHOWN = { count: 8, bytes: 4096 };
/** Of longer values only the start is looked at for secrets, and only the start of that is shown. */
const LOOKED_AT = { chars: 8192, items: 20 };

export interface SampleRequest extends Pick<HowRead, "from"> {
  /** How it is read where that was said. */
  readonly how?: Omit<HowRead, "from"> | undefined;
  /** What the input is called in messages. */
  readonly input: string;
  readonly head: Uint8Array;
  /** Whether `head` is the whole input. */
  readonly complete: boolean;
}

/**
 * Look at the head of an input: format, fields, first records, all bounded and redacted. Never fails on bad
 * data: the sample holds what could be read, and a head with no record of the format is seen as lines.
 */
export async function takeSample({ input, head, complete, from, how }: SampleRequest): Promise<Sample> {
  const seen = utf8Head(head, how ?? {});
  const { format, why, records, isAll } = await readAs(seen, { input, complete, from, how });
  const looked = chosen(records, format).map((record) => shorten(record, LOOKED_AT));
  const described = format === "lines" ? [] : describeValues(inferFields(records), records);
  const known = await findKnownSecrets([labelled(looked), ...described.map(labelledValues)].join("\n"));
  const redactor = createRedactor({ known });
  const shown = shortenRecords(redactRecords(looked, format, redactor), SHOWN);
  const fields = redactFields(described, redactor);
  const replaced = redactor.replaced();
  const recordType = format === "lines" ? "string" : inferType(records, redactor.text);
  const suspicious = findSuspicious([...shown, ...fields].flatMap(textsIn));
  return {
    input,
    format,
    why,
    fields,
    records: shown.map(plainJson),
    recordType,
    bytes: head.length,
    complete: complete && isAll,
    replaced,
    suspicious,
  };
}

async function readAs(head: Uint8Array, { input, complete, from, how }: Omit<SampleRequest, "head">) {
  const { doubt, ...detected }: Detected =
    from === "auto"
      ? (byName(input) ?? detectFormat(head, complete, { ...how, name: input }))
      : { format: from, why: `--from ${from} says so` };
  const documents = isDocument(detected.format)
    ? (await import("../formats/document-parsers.ts")).documentParsers
    : undefined;
  const read = readHead(head, { format: detected.format, complete, input, how, documents });
  if (doubt) return { ...detected, why: `${detected.why}; ${doubt}`, ...read };
  const { records } = read;
  if (records.length > 0 || head.length === 0 || detected.format === "lines") return { ...detected, ...read };
  if (from !== "auto") return { ...detected, why: `${detected.why}, but no record could be read`, ...read };
  const why = `it looks like ${detected.format}, but no record could be read, so its lines are taken`;
  return { format: "lines" as const, why, ...readHead(head, { format: "lines", complete, input }) };
}

function byName(input: string): Detected | null {
  const named = formatOfName(input);
  return named && isDocument(named.format) ? named : null;
}

// Lines are redacted as one text: a private key spans several.
function redactRecords(
  records: readonly unknown[],
  format: FormatName,
  redactor: Redactor,
): readonly unknown[] {
  if (format === "lines" && records.length > 0) {
    const lines = redactColumns(records.map(String), redactor);
    return redactor.text(lines.join("\n")).split("\n");
  }
  return records.map((record) => redactor.value(record));
}

function redactFields(fields: readonly Field[], redactor: Redactor): readonly Field[] {
  return fields.map(({ values, ...field }) => ({
    ...field,
    name: redactor.text(field.name),
    ...(values ? { values: plainJson(redactValues(field.name, values, redactor)) as FieldValues } : {}),
  }));
}

function redactValues(name: string, values: FieldValues, redactor: Redactor): FieldValues {
  const { range, few } = values;
  const hidden = (value: unknown) => redactor.value(value, name);
  return {
    ...values,
    ...(range ? { range: [hidden(range[0]), hidden(range[1])] as const } : {}),
    ...(few ? { few: few.map(hidden) } : {}),
  };
}

// Lines may belong together, as those of a private key do: only from the front is it known where that begins.
function chosen(records: readonly unknown[], format: FormatName): readonly unknown[] {
  const isBlock = format === "lines" && records.some((line) => String(line).includes("-----BEGIN"));
  if (isBlock) return records.slice(0, SHOWN.count);
  return chooseRecords(records, SHOWN.count).map((place) => records[place]);
}

function labelledValues({ name, values }: Field): string {
  return labelled({ [name]: [...(values?.range ?? []), ...(values?.few ?? [])] });
}

// Token formats of services are recognised by what stands beside them: a value is given its field's name.
function labelled(value: unknown, name = ""): string {
  if (value === null || typeof value !== "object") return name === "" ? String(value) : `${name} = ${value}`;
  return Object.entries(value)
    .map(([key, item]) => labelled(item, Array.isArray(value) ? name : key))
    .join("\n");
}
