import type { Reading } from "../formats/format.ts";
import { MalformedInput } from "../formats/malformed-input.ts";
import { memorySource } from "../formats/memory-source.ts";
import type { DocumentParsers } from "../formats/parsed.ts";
import { readRecords } from "../formats/read-records.ts";
import { transcode } from "../formats/transcode.ts";
import type { FormatName, HowRead } from "../terms/format.ts";
import { parseJsonBeginning } from "./close-json.ts";

/** Records looked at for fields and types: all of a head, but for one of the shortest records. */
const RECORDS_MOST = 20_000;

/** `isAll`: nothing of the head was left out, be it as more records or behind a malformed one. */
export interface ReadHead {
  readonly records: readonly unknown[];
  readonly isAll: boolean;
}

/** The records of a head that can be read: up to the first malformed one, never a cut-off last one. */
export function readHead(
  head: Uint8Array,
  {
    format,
    complete,
    input,
    how = { header: true },
    documents,
  }: {
    readonly format: FormatName;
    readonly complete: boolean;
    readonly input: string;
    readonly how?: Omit<HowRead, "from"> | undefined;
    readonly documents?: DocumentParsers | undefined;
  },
): ReadHead {
  if (format === "lines") return readLines(head, complete);
  const source = memorySource(complete ? head : wholeLines(head));
  const reading: Reading = { source, input, documents, ...how };
  const records: unknown[] = [];
  let isAll = true;
  try {
    for (const record of readRecords({ ...reading, format }).take(RECORDS_MOST + 1)) records.push(record);
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    isAll = false;
  }
  const isDocument = records.length === 0 && format === "json" && !complete;
  return isDocument ? { records: documentBeginning(head), isAll: false } : atMost(records, isAll);
}

// One big document is one record, of which the head has the beginning.
function documentBeginning(head: Uint8Array): readonly unknown[] {
  const document = parseJsonBeginning(new TextDecoder().decode(head));
  return document === undefined ? [] : [document];
}

// Any bytes are lines here: what is not UTF-8 shows as U+FFFD, and the run itself will name the place.
function readLines(head: Uint8Array, complete: boolean): ReadHead {
  const lines = new TextDecoder().decode(complete ? head : wholeLines(head)).split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return atMost(lines, true);
}

function atMost(records: readonly unknown[], isAll: boolean): ReadHead {
  const isMore = records.length > RECORDS_MOST;
  return isMore ? { records: records.slice(0, RECORDS_MOST), isAll: false } : { records, isAll };
}

// A single line longer than the head is all there is to show.
function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(10);
  return end === -1 ? head : head.subarray(0, end + 1);
}

/** The head in UTF-8, what is invalid replaced: the run itself will name the place. As it is, where it is that. */
export function utf8Head(head: Uint8Array, { encoding }: Pick<HowRead, "encoding">): Uint8Array {
  if (head.length === 0) return head;
  const isMarked = head.length > 1 && (head[0]! ^ head[1]!) === 1 && Math.min(head[0]!, head[1]!) === 0xfe;
  if (!isMarked && (encoding ?? "utf-8") === "utf-8") return head;
  const source = transcode(memorySource(head), { input: "", encoding, invalidBytes: "replace" });
  const whole = new Uint8Array(head.length * 3);
  let length = 0;
  for (let n = 1; n > 0; length += n) n = source.read(whole.subarray(length));
  return whole.subarray(0, length);
}
