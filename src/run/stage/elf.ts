/** Where a stage's file lies in memory, byte for byte: once to execute, and once to read and write. */
const CODE_BASE = 0x400000;
export const DATA_BASE = 0x10000000;

const FILE_HEADER_BYTES = 64;
const PROGRAM_HEADER_BYTES = 56;

/** What stands before the content. */
export const HEADERS_BYTES = FILE_HEADER_BYTES + 2 * PROGRAM_HEADER_BYTES;

const EXECUTE = 1;
const WRITE = 2;
const READ = 4;

/**
 * The smallest file that Linux starts as a program (elf(5)): the file header, two program headers that say
 * where to map this whole file, and the content. It starts at the content's first byte. No sections, no symbols,
 * no loader, no libraries. Nothing that can be written can be executed.
 */
export function elf(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADERS_BYTES + content.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46]); // "\x7fELF"
  bytes.set([2, 1, 1], 4); // 64 bits, least byte first, version 1
  view.setUint16(16, 2, true); // ET_EXEC: an executable with fixed addresses
  view.setUint16(18, 62, true); // EM_X86_64
  view.setUint32(20, 1, true); // version
  view.setBigUint64(24, BigInt(CODE_BASE + HEADERS_BYTES), true); // the first instruction
  view.setBigUint64(32, BigInt(FILE_HEADER_BYTES), true); // where the program headers are
  view.setUint16(52, FILE_HEADER_BYTES, true);
  view.setUint16(54, PROGRAM_HEADER_BYTES, true);
  view.setUint16(56, 2, true); // how many of them
  const headers = [
    programHeader({ rights: READ | EXECUTE, address: CODE_BASE, length: bytes.length }),
    programHeader({ rights: READ | WRITE, address: DATA_BASE, length: bytes.length }),
  ];
  for (const [i, header] of headers.entries()) bytes.set(header, FILE_HEADER_BYTES + i * header.length);
  bytes.set(content, HEADERS_BYTES);
  return bytes;
}

/** "Map the whole file there, with these rights." */
function programHeader(options: {
  readonly rights: number;
  readonly address: number;
  readonly length: number;
}): Uint8Array {
  const { rights, address, length } = options;
  const view = new DataView(new ArrayBuffer(PROGRAM_HEADER_BYTES));
  view.setUint32(0, 1, true); // PT_LOAD: map a part of the file
  view.setUint32(4, rights, true);
  view.setBigUint64(8, 0n, true); // from the file's first byte
  view.setBigUint64(16, BigInt(address), true);
  view.setBigUint64(24, BigInt(address), true);
  view.setBigUint64(32, BigInt(length), true); // so many bytes of the file
  view.setBigUint64(40, BigInt(length), true); // and of memory
  view.setBigUint64(48, 0x1000n, true); // aligned to a page
  return new Uint8Array(view.buffer);
}
