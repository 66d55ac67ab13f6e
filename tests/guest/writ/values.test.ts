import fc from "fast-check";
import { expect, test } from "vitest";
import { byteSize, formatBytes } from "../../../src/guest/writ/bytes.ts";
import { csvRow, parseCsvRow } from "../../../src/guest/writ/csv.ts";
import { duration, formatDuration } from "../../../src/guest/writ/duration.ts";
import { flatten, omit, pick, rename } from "../../../src/guest/writ/record.ts";
import { parseUrl } from "../../../src/guest/writ/url.ts";

test.each([
  ["1h30m", 5_400_000],
  ["250ms", 250],
  ["2 days, 3 hours", 183_600_000],
  ["1.5s", 1500],
  ["01:02:03.5", 3_723_500],
  ["02:03", 123_000],
  ["PT1H30M", 5_400_000],
  ["P1DT0.5S", 86_400_500],
  ["-10s", -10_000],
  ["3µs", 0.003],
  ["1m", 60_000],
  ["0s", 0],
])("the duration %j is %d ms", (text, ms) => {
  expect(duration(text)).toBeCloseTo(ms, 9);
});

test.each(["", "10", "h", "1x", "PT", "P", "1h30", "1:2:3:4", "1 h -30 m"])("%j is no duration", (text) => {
  expect(() => duration(text)).toThrow(
    `duration: expected one like 1h30m, 250ms or 01:02:03, found ${JSON.stringify(text)}`,
  );
});

test.each([
  [0, "0ms"],
  [0.25, "0.25ms"],
  [999, "999ms"],
  [2500, "2.5s"],
  [59_999, "60s"],
  [60_000, "1m"],
  [5_400_000, "1h 30m"],
  [90_061_000, "1d 1h 1m 1s"],
  [-1500, "-1.5s"],
])("%d ms are written %j", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test("a duration of whole seconds is read as it is written", () => {
  fc.assert(
    fc.property(fc.nat(1e8), (s) => {
      expect(duration(formatDuration(s * 1000))).toBe(s * 1000);
    }),
  );
});

test.each([
  ["512", 512],
  ["1.5 GiB", 1.5 * 2 ** 30],
  ["10K", 10_240],
  ["20kB", 20_000],
  ["3 MB", 3e6],
  ["4bytes", 4],
  ["1Ti", 2 ** 40],
  ["-2k", -2048],
])("the size %j is %d bytes", (text, bytes) => {
  expect(byteSize(text)).toBe(bytes);
});

test.each(["", "MB", "1 XB", "1iB", "1,5M"])("%j is no size", (text) => {
  expect(() => byteSize(text)).toThrow(
    `byteSize: expected a size like 1.5 GiB or 20kB, found ${JSON.stringify(text)}`,
  );
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [1536, "1.5 KiB"],
  [1024 ** 2 - 1, "1.0 MiB"],
  [150 * 1024, "150 KiB"],
  [-(2 ** 30), "-1.0 GiB"],
])("%d bytes are written %j", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("a row of CSV is read as it is written, for every text and separator", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", "\r", " ", "é", "\t") }), {
        minLength: 1,
      }),
      fc.constantFrom(",", ";", "\t", "||"),
      (cells, separator) => {
        expect(parseCsvRow(csvRow(cells, separator), separator)).toEqual(cells);
      },
    ),
  );
});

test("csvRow writes null as nothing and dates as ISO 8601", () => {
  expect(csvRow([1, null, undefined, new Date(0), "a,b"])).toBe('1,,,1970-01-01T00:00:00.000Z,"a,b"');
});

test.each([
  ['a,"b', "the quote at column 3 is not closed"],
  ['"a"b,c', 'expected "," at column 4, after the quoted cell'],
])("parseCsvRow refuses %j", (text, message) => {
  expect(() => parseCsvRow(text)).toThrow(`parseCsvRow: ${message}`);
});

test("pick, omit and rename keep the order they should", () => {
  const row = { a: 1, b: 2, c: 3 };
  expect(Object.entries(pick(row, "c", "x", "a"))).toEqual(Object.entries({ c: 3, a: 1 }));
  expect(omit(row, "b")).toEqual({ a: 1, c: 3 });
  expect(Object.entries(rename(row, { b: "B" }))).toEqual(Object.entries({ a: 1, B: 2, c: 3 }));
  expect(pick({ a: 1 }, "toString")).toEqual({});
});

test("flatten names nested values by their path, and leaves empty ones and dates", () => {
  const day = new Date(0);
  const nested = { a: { b: 1, c: [2, { d: null }] }, e: {}, f: [], g: day };
  expect(flatten(nested)).toEqual({ "a.b": 1, "a.c.0": 2, "a.c.1.d": null, e: {}, f: [], g: day });
  expect(flatten({ a: { b: 1 } }, "_")).toEqual({ a_b: 1 });
});

test.each([
  [
    "https://u@h.example:8443/a%20b?x=1&y=a+b&x=2#z",
    {
      protocol: "https",
      host: "h.example",
      port: "8443",
      path: "/a%20b",
      query: { x: "1", y: "a b" },
      hash: "z",
    },
  ],
  ["/p?q=%C3%A9", { protocol: "", host: "", port: "", path: "/p", query: { q: "é" }, hash: "" }],
  ["not a url", null],
  ["", null],
])("parseUrl of %j", (text, parts) => {
  expect(parseUrl(text)).toEqual(parts);
});
