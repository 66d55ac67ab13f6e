import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createUntagger } from "../../formats/untag.ts";
import type { KeptResult, Results } from "../../keep/results.ts";
import type { ResultWriter } from "../../shell/app/collaborators.ts";
import type { ShellResult } from "../../shell/app/result.ts";
import { createResultView } from "../../shell/result.ts";
import { WritError } from "../../terms/failure.ts";
import { formatBytes } from "../../terms/limit.ts";
import { visible } from "../../terms/visible.ts";
import { expandHome } from "./expand-home.ts";

const LINE_FEED = 10;
/** A table for a pager is laid out from pieces of so many bytes. */
const PAGED_BYTES = 64 * 1024;

/** How the shell names a result. */
export function shellResult({ number, title, form, rows, spool }: KeptResult): ShellResult {
  return { number, title, form, rows, bytes: spool.bytes };
}

/** Put a result aside as it comes, as NDJSON, lines or bytes. */
export function newResult(results: Results, title: string): ResultWriter {
  const spool = results.open();
  const untagger = createUntagger((plain) => spool.write(plain));
  const tagLines = createLineTagger();
  return {
    take(chunk, form) {
      const tagged = form === "tagged" ? chunk : tagLines(chunk);
      untagger.take(tagged);
      return tagged;
    },
    progress: () => ({ rows: untagger.counts.rows, bytes: spool.bytes }),
    end() {
      untagger.end();
      if (spool.bytes === 0) {
        spool.close();
        return null;
      }
      const { rows, records, hasBytes } = untagger.counts;
      const form = hasBytes && rows === 0 ? "bytes" : rows === records && !hasBytes ? "records" : "lines";
      return shellResult(results.add({ title, form, rows, spool }));
    },
  };
}

/** Keep a text as a result, as a program wrote it. Null where there is none. */
export function addText(results: Results, title: string, text: string): ShellResult | null {
  if (text === "") return null;
  const bytes = Buffer.from(text.endsWith("\n") ? text : `${text}\n`);
  const spool = results.open();
  spool.write(bytes);
  let rows = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === LINE_FEED) rows++;
  return shellResult(results.add({ title, form: "lines", rows, spool }));
}

/** A result for a pager, which can be moved sideways: records as a table with nothing cut, all of it visible. */
export async function* pagedText({ form, spool }: KeptResult): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const source = createReadStream(spool.path, { highWaterMark: PAGED_BYTES });
  if (form !== "records") {
    for await (const chunk of source) yield visible(decoder.decode(chunk, { stream: true }));
    return;
  }
  let ready = "";
  const view = createResultView({
    write: (text) => {
      ready += text;
    },
    columns: () => null,
    color: false,
  });
  const tagRecords = createTagger("r");
  for await (const chunk of source) {
    view.take(tagRecords(chunk));
    yield ready;
    ready = "";
  }
  view.end();
  yield ready;
}

/**
 * Write a result into a file that is not there yet; `~/` is the user's home. Throws `usage` where there is one
 * or no folder for it, `output-unwritable`.
 */
export async function writeResult(result: KeptResult, file: string): Promise<string> {
  const path = expandHome(file);
  try {
    const into = await open(path, "wx", 0o666);
    await pipeline(createReadStream(result.spool.path), into.createWriteStream());
  } catch (error) {
    throw unwritten(path, error as NodeJS.ErrnoException);
  }
  return `wrote _${result.number} to ${file} (${formatBytes(result.spool.bytes)})`;
}

function unwritten(path: string, cause: NodeJS.ErrnoException): WritError {
  const { code = "", message } = cause;
  if (code === "EEXIST") {
    const problem = `${JSON.stringify(path)} is there already, and nothing is overwritten`;
    return new WritError({ kind: "usage", problem, help: "choose another name" }, { cause });
  }
  if (code === "ENOENT" || code === "ENOTDIR") {
    const what = code === "ENOENT" ? "there is no folder" : "a folder is needed, not a file, at";
    const problem = `${what} ${JSON.stringify(dirname(path))} to write the result into`;
    return new WritError(
      { kind: "usage", problem, help: "make it first (!mkdir -p), or choose another" },
      { cause },
    );
  }
  return new WritError({ kind: "output-unwritable", detail: code || message }, { cause });
}

/** The start of a result as text. */
export function resultText({ spool }: KeptResult, bytesMost: number): { text: string; isWhole: boolean } {
  const bytes = Buffer.alloc(Math.min(spool.bytes, bytesMost));
  const length = spool.read(0, bytes);
  return { text: bytes.toString("utf8", 0, length), isWhole: spool.bytes <= bytesMost };
}

const createLineTagger = () => createTagger("l");

/** Put a tag before each line of a stream of bytes, byte by byte: a program may write millions of short lines. */
function createTagger(tag: string): (chunk: Uint8Array) => Uint8Array {
  const mark = tag.charCodeAt(0);
  let isAtStart = true;
  return (chunk) => {
    let feeds = 1;
    for (let at = 0; at < chunk.length; at++) if (chunk[at] === LINE_FEED) feeds++;
    const tagged = Buffer.allocUnsafe(chunk.length + feeds);
    let length = 0;
    for (let at = 0; at < chunk.length; at++) {
      if (isAtStart) tagged[length++] = mark;
      const byte = chunk[at]!;
      tagged[length++] = byte;
      isAtStart = byte === LINE_FEED;
    }
    return tagged.subarray(0, length);
  };
}
