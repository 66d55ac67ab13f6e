import { lineIndex } from "../../check/line-index.ts";
import type { Finding, Verdict } from "../../terms/verdict.ts";

/** A file and what the check says of it. `source` is its text, with U+FFFD for bytes that are none. */
export interface Checked {
  readonly file: string;
  readonly source: string;
  readonly verdict: Verdict;
}

/** Judge the text that the bytes of a file are. Bytes that are not UTF-8 are refused at the first of them, whatever the text says. */
export async function checkBytes(
  file: string,
  bytes: Buffer,
  judge: (source: string) => Promise<Verdict>,
): Promise<Checked> {
  const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = Buffer.from(source);
  if (again.equals(bytes)) return { file, source, verdict: await judge(source) };
  const finding = notUtf8(source, firstDifference(bytes, again));
  return { file, source, verdict: { accepted: false, findings: [finding], capabilities: [] } };
}

function firstDifference(a: Buffer, b: Buffer): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function notUtf8(source: string, offsetBytes: number): Finding {
  // What stands for the bytes is three bytes long itself and may begin as they do.
  const before = Buffer.from(source).subarray(0, offsetBytes).toString();
  const start = before.endsWith("\ufffd") ? before.length - 1 : before.length;
  return {
    rule: "no-syntax-error",
    severity: "refuse",
    range: lineIndex(source)(start, Math.min(source.length, start + 1)),
    message: `byte ${offsetBytes + 1} is not UTF-8 text`,
    reason: "what cannot be read cannot be judged",
    hint: "save it as UTF-8; a program or an archive is no snippet",
  };
}
