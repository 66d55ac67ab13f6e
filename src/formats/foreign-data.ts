/** Data that is no text, known by what it begins with, and what makes text of it. */
interface Foreign {
  readonly name: string;
  /** Of the first bytes, a letter for each. */
  readonly begins: RegExp;
  readonly advice: (file: string) => string;
}

const piped = (tool: string) => (file: string) => `decompress it on the way in: ${tool} ${file} | writ …`;

// RFC 1952, section 2.3.1; RFC 8878, section 3.1.1; the bzip2 and xz file formats; PKWARE's APPNOTE, section 4.3.7;
// ISO 32000-1, section 7.5.2; POSIX pax, the ustar header.
const FOREIGN: readonly Foreign[] = [
  {
    name: "gzip",
    begins: /^\x1f\x8b/,
    advice: (file) =>
      isTar(file) ? `unpack it on the way in: tar -xzOf ${file} | writ …` : piped("zcat")(file),
  },
  { name: "zstd", begins: /^\x28\xb5\x2f\xfd/, advice: piped("zstdcat") },
  { name: "bzip2", begins: /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, advice: piped("bzcat") },
  { name: "xz", begins: /^\xfd7zXZ\0/, advice: piped("xzcat") },
  {
    name: "zip",
    begins: /^PK(?:\x03\x04|\x05\x06)/,
    advice: (file) =>
      /\.(?:xlsx|ods)$/i.test(file)
        ? "save the sheet as CSV, and read that"
        : `unpack it on the way in: unzip -p ${file} | writ …; of xlsx or ods save the sheet as CSV`,
  },
  {
    name: "PDF",
    begins: /^%PDF-\d/,
    advice: (file) => `make text of it on the way in: pdftotext -layout ${file} - | writ …`,
  },
  {
    name: "tar",
    begins: /^.{257}ustar[\0 ]/s,
    advice: (file) => `unpack it on the way in: tar -xOf ${file} | writ …`,
  },
];

const LOOKED_AT_BYTES = 263;

/** What data that begins so is, and what to do, to stand behind "found"; null where it may be text. */
export function foreignData(head: Uint8Array, input: string): string | null {
  const letters = String.fromCharCode(...head.subarray(0, LOOKED_AT_BYTES));
  const foreign = FOREIGN.find(({ begins }) => begins.test(letters));
  if (!foreign) return null;
  const file = /^[\w./-]+$/.test(input) && input !== "stdin" ? input : "FILE";
  return `${foreign.name} data (${foreign.advice(file)})`;
}

function isTar(file: string): boolean {
  return /\.(?:tgz|tar\.gz)$/i.test(file);
}
