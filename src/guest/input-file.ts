import { detectFormat, HEAD_BYTES, isHeadEnough } from "../formats/detect.ts";
import { documentNamed } from "../formats/document.ts";
import { formatNamed } from "../formats/format-list.ts";
import type { Hints } from "../formats/hinted-format.ts";
import { parseDocument } from "../formats/json.ts";
import { LineIterator, type LinesOf } from "../formats/line-iterator.ts";
import type { DocumentParsers } from "../formats/parsed.ts";
import { readRecords } from "../formats/read-records.ts";
import { wholeText } from "../formats/text.ts";
import { prefixed, transcode } from "../formats/transcode.ts";
import type { ByteSource, FormatName, HowRead } from "../terms/format.ts";
import { type Judge, judgeAhead, RECORDS_JUDGED } from "./judge-input.ts";
import type { Taken } from "./tally.ts";
import { type Asked, WantedFields } from "./wanted-fields.ts";

/** One named input. It can be read once, in one of these ways. */
export interface InputFile {
  readonly name: string;
  lines(): IteratorObject<string, undefined, unknown>;
  records(asked?: Asked | WantedFields): IteratorObject<unknown, undefined, unknown>;
  bytes(): IteratorObject<Uint8Array, undefined, unknown>;
  text(): string;
  json(): unknown;
}

export interface InputFileOptions {
  readonly name: string;
  readonly how: HowRead;
  /** Opens the input; called when it is first read. */
  readonly open: () => ByteSource;
  readonly lineBytesMost: number | undefined;
  /** The fields that the code looks at where it asks for records and names none; undefined: all. */
  readonly fields: readonly string[] | undefined;
  readonly noted: (error: unknown) => void;
  readonly begun: (taken: Taken) => void;
  readonly say: (line: string) => void;
  /** The same for what is of interest and changes no result. */
  readonly hint: (line: string) => void;
  readonly documents?: DocumentParsers | undefined;
  readonly judge?: Judge;
}

export function createInputFile(options: InputFileOptions): InputFile {
  const { name, how, open, lineBytesMost, fields, noted, begun, say, hint, judge, documents } = options;
  const { from, header, ragged, encoding, invalidBytes } = how;
  let readBy: string | null = null;

  function openFor(method: string): ByteSource {
    if (readBy !== null) {
      throw new Error(
        `${method}() cannot read ${name}: ${readBy}() read it, and an input can be read once. Keep what you need, as in const all = [...input.${readBy}()]`,
      );
    }
    readBy = method;
    return method === "bytes" ? lazy(open) : transcode(lazy(open), { input: name, encoding, invalidBytes });
  }

  return {
    name,
    lines() {
      const lines = new NotedLines({ source: openFor("lines"), input: name, lineBytesMost }, noted);
      begun({ input: name, unit: "line", count: () => lines.number, isEnded: () => lines.isEnded });
      return lines;
    },
    records(asked) {
      const source = openFor("records");
      const wanted = asked && !(asked instanceof WantedFields) ? new WantedFields(asked) : asked;
      const records = new Noted({
        open: () => recordsOf(source, wanted),
        noted,
        wanted,
        isLast: wanted !== asked,
      });
      begun({ input: name, unit: "record", count: () => records.number, isEnded: () => records.isEnded });
      return records;
    },
    bytes: () => Iterator.from(chunks(openFor("bytes"))),
    text: () => note(() => wholeText({ source: openFor("text"), input: name }), noted),
    json: () => note(() => judged(parseDocument({ source: openFor("json"), input: name })), noted),
  };

  function judged(document: unknown): unknown {
    const records = Array.isArray(document) ? document.slice(0, RECORDS_JUDGED) : [document];
    judge?.({ format: "json", named: from !== "auto", records });
    return document;
  }

  function recordsOf(source: ByteSource, wanted: WantedFields | undefined): Opened {
    const named = from === "auto" && documents ? documentNamed(name) : null;
    const said = named ?? from;
    const { format, all, doubt } =
      said === "auto" ? detected(source, { name, header, ragged }) : { format: said, all: source };
    if (doubt) hint(`${name}, read as ${format}: ${doubt}`);
    const known = formatNamed(format).picks ? fields : undefined;
    const wholeFirst = judge ? RECORDS_JUDGED : wanted ? 1 : 0;
    const reading = { source: all, input: name, header, ragged, lineBytesMost, say, hint, documents };
    const which = { fields: wanted ? wanted.fields : known, orMore: !wanted, wholeFirst };
    const records = readRecords({ ...reading, ...which, format });
    const first = judge ? judgeAhead(records, { format, named: from !== "auto", judge }) : [];
    return { first, records, wholeFirst };
  }
}

/** A source that is opened by its first read. */
function lazy(open: () => ByteSource): ByteSource {
  let source: ByteSource | undefined;
  return {
    read(into) {
      source ??= open();
      return source.read(into);
    },
  };
}

/** The format of a source by its head, and the source with that head in front again. */
function detected(
  source: ByteSource,
  hints: Hints,
): { readonly format: FormatName; readonly doubt?: string | undefined; readonly all: ByteSource } {
  const head = new Uint8Array(HEAD_BYTES);
  let fill = 0;
  let ended = false;
  while (!ended && fill < head.length && !isHeadEnough(head.subarray(0, fill))) {
    const count = source.read(head.subarray(fill));
    fill += count;
    ended = count === 0;
  }
  const { format, doubt } = detectFormat(head.subarray(0, fill), ended, hints);
  return { format, doubt, all: prefixed(head.subarray(0, fill), source) };
}

function* chunks(source: ByteSource): Generator<Uint8Array, undefined> {
  const buffer = new Uint8Array(64 * 1024);
  for (let count = source.read(buffer); count > 0; count = source.read(buffer)) yield buffer.slice(0, count);
}

function note<T>(read: () => T, noted: (error: unknown) => void): T {
  try {
    return read();
  } catch (error) {
    noted(error);
    throw error;
  }
}

/** Lines that tell of malformed input before a snippet can catch it. */
class NotedLines extends LineIterator {
  readonly #noted: (error: unknown) => void;
  constructor(options: LinesOf, noted: (error: unknown) => void) {
    super(options);
    this.#noted = noted;
  }
  override next(): IteratorResult<string, undefined> {
    try {
      return super.next();
    } catch (error) {
      this.#noted(error);
      throw error;
    }
  }
}

/** Records, and those before them that were looked at already. */
interface Opened {
  readonly first: readonly unknown[];
  readonly records: Iterator<unknown, undefined>;
  /** So many at first have all of their fields. */
  readonly wholeFirst: number;
}

interface NotedOptions {
  readonly open: () => Opened;
  readonly noted: (error: unknown) => void;
  readonly wanted: WantedFields | undefined;
  /** Whether no other input follows that is read as one with this. */
  readonly isLast: boolean;
}

/** Records that do the same. They are opened by the first one, and one call away from their reader: two cost a tenth. */
class Noted extends Iterator<unknown, undefined, unknown> {
  /** How many were taken. */
  number = 0;
  /** Whether there are no more. */
  isEnded = false;
  readonly #options: NotedOptions;
  #opened: Opened | null = null;
  constructor(options: NotedOptions) {
    super();
    this.#options = options;
  }
  override next(): IteratorResult<unknown, undefined> {
    const { open, noted, wanted } = this.#options;
    let next: IteratorResult<unknown, undefined>;
    try {
      this.#opened ??= open();
      const { first, records } = this.#opened;
      next = this.number < first.length ? { done: false, value: first[this.number] } : records.next();
    } catch (error) {
      noted(error);
      throw error;
    }
    if (!next.done) this.number++;
    else this.isEnded = true;
    return wanted ? this.#asked(next, wanted) : next;
  }

  #asked(next: IteratorResult<unknown, undefined>, wanted: WantedFields): IteratorResult<unknown, undefined> {
    if (!next.done) {
      const isWhole = this.number <= (this.#opened?.wholeFirst ?? 0);
      if (!isWhole && wanted.isSettled) return next;
      return { done: false, value: wanted.take(next.value, { isWhole }) };
    }
    if (this.#options.isLast) wanted.end();
    return next;
  }
}
