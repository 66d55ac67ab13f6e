import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inCidr, parseIp } from "../../../src/guest/writ/ip.ts";

const four = fc.ipV4();
const six = fc.ipV6();

test("parseIp takes what Node takes for an address, and no other text", () => {
  const text = fc.oneof(
    four,
    six,
    fc.string({ unit: fc.constantFrom(..."0123456789abf.:/"), maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(parseIp(one)?.version ?? 0).toBe(isIP(one));
    }),
  );
});

// RFC 5952, sections 4 and 5.
test.each([
  ["2001:0DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["::", "::"],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
  ["::FFFF:C000:0201", "::ffff:192.0.2.1"],
])("%s is written %s", (text, canonical) => {
  expect(parseIp(text)?.text).toBe(canonical);
  expect(parseIp(canonical)?.value).toBe(parseIp(text)?.value);
});

test("inCidr agrees with Node's list of networks", () => {
  const bits4 = fc.tuple(four, four, fc.integer({ min: 0, max: 32 }), fc.constant("ipv4" as const));
  const bits6 = fc.tuple(six, six, fc.integer({ min: 0, max: 128 }), fc.constant("ipv6" as const));
  fc.assert(
    fc.property(fc.oneof(bits4, bits6), ([address, network, bits, family]) => {
      const list = new BlockList();
      list.addSubnet(network, bits, family);
      // Node gives ::ffff:0:0/96 to IPv4 in either direction; ours reads the address only.
      fc.pre(family === "ipv4" || !parseIp(address)?.text.startsWith("::ffff:"));
      expect(inCidr(address, `${network}/${bits}`)).toBe(list.check(address, family));
    }),
  );
});

test.each([
  ["10.1.2.3", "10.0.0.0/8", true],
  ["11.0.0.1", "10.0.0.0/8", false],
  ["10.1.2.3", ["192.168.0.0/16", "10.1.2.3"], true],
  ["::ffff:10.1.2.3", "10.0.0.0/8", true],
  ["2001:db8::1", "2001:db8::/32", true],
  ["2001:db8::1", "0.0.0.0/0", false],
  ["-", "0.0.0.0/0", false],
])("%s in %j: %s", (address, cidr, is) => {
  expect(inCidr(address, cidr)).toBe(is);
});

test.each(["10.0.0.0/33", "10.0.0/8", "everywhere", "::/129"])("%s is no network", (cidr) => {
  expect(() => inCidr("10.0.0.1", cidr)).toThrow(
    `inCidr: expected a network like 10.0.0.0/8, found "${cidr}"`,
  );
});
