/** An IP address: `value` as a number of 32 or 128 bits, `text` as RFC 5952 writes it. */
export interface IpAddress {
  readonly version: 4 | 6;
  readonly value: bigint;
  readonly text: string;
}

/** The address that a text is; null where it is none. Parts with leading zeros are none: some programs read octal. */
export function parseIp(text: string): IpAddress | null {
  const four = valueOfFour(text);
  if (four !== null) return { version: 4, value: four, text };
  const six = valueOfSix(text);
  return six === null ? null : { version: 6, value: six, text: textOfSix(six) };
}

/**
 * Whether an address lies in a network like "10.0.0.0/8" or "2001:db8::/32", or in one of several. An IPv4 address
 * written as IPv6 (`::ffff:10.0.0.1`) is that IPv4 address. What is no address lies in none.
 * @throws {TypeError} for a network that is none
 */
export function inCidr(address: string, cidr: string | readonly string[]): boolean {
  const found = parseIp(address);
  if (!found) return false;
  const { version, value } = asFour(found);
  return (typeof cidr === "string" ? [cidr] : cidr).some((one) => {
    const network = networkOf(one);
    return network.version === version && value >> network.free === network.prefix;
  });
}

interface Network {
  readonly version: 4 | 6;
  /** How many of the last bits are free, and the value without these. */
  readonly free: bigint;
  readonly prefix: bigint;
}

const KEPT_MOST = 10_000;
const networks = new Map<string, Network>();

function networkOf(cidr: string): Network {
  const known = networks.get(cidr);
  if (known) return known;
  const [, address = "", bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(cidr) ?? [];
  const found = parseIp(address);
  const width = found?.version === 4 ? 32 : 128;
  if (!found || Number(bits ?? width) > width) {
    throw new TypeError(
      `inCidr: expected a network like 10.0.0.0/8, found ${JSON.stringify(cidr.slice(0, 60))}`,
    );
  }
  const free = BigInt(width - Number(bits ?? width));
  const network = { version: found.version, free, prefix: found.value >> free };
  if (networks.size === KEPT_MOST) networks.clear();
  networks.set(cidr, network);
  return network;
}

const MAPPED = 0xffffn;

function asFour(address: IpAddress): Pick<IpAddress, "version" | "value"> {
  const isMapped = address.version === 6 && address.value >> 32n === MAPPED;
  return isMapped ? { version: 4, value: address.value & 0xffffffffn } : address;
}

function valueOfFour(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return BigInt(value);
}

function valueOfSix(text: string): bigint | null {
  // The last 32 bits may stand as IPv4.
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const four = tail && valueOfFour(tail[2]!);
  if (tail && four === null) return null;
  const plain = tail ? `${tail[1]}${(four! >> 16n).toString(16)}:${(four! & 0xffffn).toString(16)}` : text;
  const halves = plain.split("::");
  if (halves.length > 2) return null;
  const [before = [], after = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** RFC 5952: lower case, no leading zeros, the first of the longest runs of two or more zeros as `::`. */
function textOfSix(value: bigint): string {
  if (value >> 32n === MAPPED) {
    const bytes = [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn);
    return `::ffff:${bytes.join(".")}`;
  }
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  const { at, length } = longestZeros(groups);
  if (length < 2) return groups.join(":");
  return `${groups.slice(0, at).join(":")}::${groups.slice(at + length).join(":")}`;
}

function longestZeros(groups: readonly string[]): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  for (let at = 0; at < groups.length; at++) {
    let length = 0;
    while (groups[at + length] === "0") length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}
