import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDate, parseDate, startOf } from "../../../src/guest/writ/date.ts";

test.each([
  ["2024-05-01", "iso", "2024-05-01T00:00:00.000Z"],
  ["2024-05-01T10:00", "iso", "2024-05-01T10:00:00.000Z"],
  ["2024-05-01 10:00:00,123456", "iso", "2024-05-01T10:00:00.123Z"],
  ["2024-05-01T10:00:00.5+02:00", "iso", "2024-05-01T08:00:00.500Z"],
  ["2016-12-31T23:59:60Z", "iso", "2016-12-31T23:59:59.000Z"],
  ["0099-01-01", "iso", "0099-01-01T00:00:00.000Z"],
  ["10/Oct/2000:13:55:36 -0700", "clf", "2000-10-10T20:55:36.000Z"],
  ["Sun, 06 Nov 1994 08:49:37 GMT", "http", "1994-11-06T08:49:37.000Z"],
  ["1700000000.25", "unix", "2023-11-14T22:13:20.250Z"],
  ["1700000000250", "unix-ms", "2023-11-14T22:13:20.250Z"],
  ["3.4.24", "D.M.YY", "2024-04-03T00:00:00.000Z"],
  ["12/31/1999 12:05 am", "MM/DD/YYYY hh:mm A", "1999-12-31T00:05:00.000Z"],
  ["March 3, 2021", "MMMM D, YYYY", "2021-03-03T00:00:00.000Z"],
])("parseDate reads %j as %s", (text, format, iso) => {
  expect(parseDate(text, format).toISOString()).toBe(iso);
});

test.each([
  ["2023-02-29", "iso"],
  ["2024-13-01", "iso"],
  ["2024-05-01T25:00", "iso"],
  ["yesterday", "iso"],
  ["", "unix"],
  ["31.4.2024", "D.M.YYYY"],
  ["13:00 PM 1.1.2024", "hh:mm A D.M.YYYY"],
])("parseDate refuses %j as %s, naming both", (text, format) => {
  expect(() => parseDate(text, format)).toThrow(
    `parseDate: expected a date as ${format}, found ${JSON.stringify(text)}`,
  );
});

test("a text without a year needs one, and a day that the year has not is refused", () => {
  expect(parseDate("Jun  9 06:06:01", "syslog", { year: 2005 }).toISOString()).toBe(
    "2005-06-09T06:06:01.000Z",
  );
  expect(() => parseDate("Jun  9 06:06:01", "syslog")).toThrow("names no year: give it");
  expect(() => parseDate("Feb 29 00:00:00", "syslog", { year: 2023 })).toThrow("expected a date as syslog");
});

test("a text without an offset is of the zone that is named, summer time included", () => {
  const zone = "Europe/Berlin";
  expect(parseDate("2024-07-01 12:00", "iso", { zone }).toISOString()).toBe("2024-07-01T10:00:00.000Z");
  expect(parseDate("2024-01-01T12:00Z", "iso", { zone }).toISOString()).toBe("2024-01-01T12:00:00.000Z");
  expect(formatDate(new Date("2024-07-01T10:00Z"), "YYYY-MM-DD HH:mm Z", zone)).toBe(
    "2024-07-01 12:00 +02:00",
  );
});

test("a format that is none is refused, naming those there are", () => {
  expect(() => parseDate("1", "rfc")).toThrow(
    "parseDate: expected iso, unix, unix-ms, clf, http, syslog or a pattern",
  );
});

test.each(["iso", "YYYY-MM-DD HH:mm:ss.SSS Z", "DDDD, D MMMM YYYY h:mm:ss A SSS", "http", "clf"])(
  "a date is read as it is written, by %s",
  (format) => {
    const moment = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const whole = format.includes("SSS") ? date : startOf(date, "second");
        const text = formatDate(whole, format === "iso" ? undefined : format);
        expect(parseDate(text, format)).toEqual(whole);
      }),
    );
  },
);

test.each(["yyyy-MM-dd", "YYYY-MM-dd", "ddd", "EEE", "DD at HH", "YYYY-ww", "unix", "%Y-%m-%d"])(
  "a pattern with letters that are no part of a date is refused: %s",
  (pattern) => {
    expect(() => formatDate(0, pattern)).toThrow(
      /^formatDate: ".+" in ".+" is no part of a date: expected YYYY/,
    );
    if (pattern !== "unix" && /[YDHhM]/.test(pattern))
      expect(() => parseDate("1970-01-01", pattern)).toThrow(/^parseDate: ".+" in ".+" is no part of a date/);
  },
);

test.each([
  ["D 'de' MMMM 'de' YYYY", "1 de January de 1970"],
  ["YYYY-MM-DD[T]HH:mm", "1970-01-01T00:00"],
  ["DD/MM/YYYY HH:mm:ss UTC", "01/01/1970 00:00:00 UTC"],
  ["[DD/MMM/YYYY:HH:mm:ss Z]", "[01/Jan/1970:00:00:00 Z]"],
  ["YYYYMMDDTHHmmss", "19700101T000000"],
  ["YYYY年M月D日", "1970年1月1日"],
])("by the pattern %s the beginning of 1970 is %s, and is read again", (pattern, text) => {
  expect(formatDate(0, pattern)).toBe(text);
  expect(parseDate(text, pattern)).toEqual(new Date(0));
});

test("formatDate by iso is what it gives where no pattern is named", () => {
  expect(formatDate(0, "iso")).toBe(formatDate(0));
});

test.each([
  ["second", "2024-08-15T13:45:12.000Z"],
  ["minute", "2024-08-15T13:45:00.000Z"],
  ["hour", "2024-08-15T13:00:00.000Z"],
  ["day", "2024-08-15T00:00:00.000Z"],
  ["week", "2024-08-12T00:00:00.000Z"],
  ["month", "2024-08-01T00:00:00.000Z"],
  ["quarter", "2024-07-01T00:00:00.000Z"],
  ["year", "2024-01-01T00:00:00.000Z"],
] as const)("its %s began at %s", (unit, iso) => {
  expect(startOf(new Date("2024-08-15T13:45:12.345Z"), unit).toISOString()).toBe(iso);
});

test("a date before 1970 begins earlier, not later", () => {
  expect(startOf(new Date("1969-12-31T23:59:59.5Z"), "hour").toISOString()).toBe("1969-12-31T23:00:00.000Z");
  expect(startOf(new Date("1969-12-31"), "week").toISOString()).toBe("1969-12-29T00:00:00.000Z");
});
