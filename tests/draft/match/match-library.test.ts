import { describe, expect, test } from "vitest";
import { CONFIDENCE_BAR, matchLibrary } from "../../../src/draft/match/match-library.ts";
import type { OptionValue } from "../../../src/terms/option.ts";
import type { Sample } from "../../../src/terms/sample.ts";
import { COMBINED, LIBRARY, LINES, ORDERS, SLOW_REQUESTS } from "./library.ts";

type Values = Record<string, OptionValue>;

const FITS: readonly [directive: string, sample: Sample | null, name: string, values: Values][] = [
  ["the ten most frequent addresses", COMBINED, "top-values", { field: "address", n: 10 }],
  ["the most frequent status codes", COMBINED, "top-values", { field: "status" }],
  ["top 20 paths", COMBINED, "top-values", { field: "path", n: 20 }],
  ["top 5 user agents", COMBINED, "top-values", { field: "agent", n: 5 }],
  ["Show me the most common methods, please.", COMBINED, "top-values", { field: "method" }],
  ["which addresses occur most often?", COMBINED, "top-values", { field: "address" }],
  ["the 3 most common referers", COMBINED, "top-values", { field: "referer", n: 3 }],
  ["busiest client addresses", COMBINED, "top-values", { field: "address" }],
  ["top IP addresses", COMBINED, "top-values", { field: "address" }],
  ["show the 15 most requested pages", COMBINED, "top-values", { field: "path", n: 15 }],
  ["most visited urls in this log", COMBINED, "top-values", { field: "path" }],
  ["what are the most frequent words", LINES, "top-values", { words: true }],
  ["the 25 most common lines", LINES, "top-values", { n: 25 }],
  ["most frequent values of column 3", LINES, "top-values", { column: 3 }],
  ["top ten values in the 2nd column", null, "top-values", { column: 2, n: 10 }],
  ["count the most frequent countries", ORDERS, "top-values", { field: "country" }],
  ["the five commonest customers", ORDERS, "top-values", { field: "customer", n: 5 }],
  ["total bytes by status", COMBINED, "sum-by", { of: "bytes", by: "status" }],
  ["sum of bytes per address", COMBINED, "sum-by", { of: "bytes", by: "address" }],
  ["Sum the bytes by path", COMBINED, "sum-by", { of: "bytes", by: "path" }],
  ["total amount per country", ORDERS, "sum-by", { of: "amount", by: "country" }],
  ["sum up the quantity for each customer", ORDERS, "sum-by", { of: "quantity", by: "customer" }],
  ["add up the bytes for every method", COMBINED, "sum-by", { of: "bytes", by: "method" }],
  ["total amount by customer, top 5", ORDERS, "sum-by", { of: "amount", by: "customer", n: 5 }],
  ["count requests by status", COMBINED, "sum-by", { by: "status" }],
  ["number of requests per method", COMBINED, "sum-by", { by: "method" }],
  ["group by country and sum the amount", ORDERS, "sum-by", { by: "country", of: "amount" }],
  ["average duration by path", COMBINED, "sum-by", { of: "duration", by: "path" }],
  ["total bytes", COMBINED, "sum-by", { of: "bytes" }],
  ["what is the sum of the amounts?", ORDERS, "sum-by", { of: "amount" }],
  ["the addresses with the most requests", COMBINED, "top-values", { field: "address" }],
  ["give me the top 10 IPs", COMBINED, "top-values", { field: "address", n: 10 }],
  ["which paths are requested most?", COMBINED, "top-values", { field: "path" }],
  ["the most popular pages, top 50", COMBINED, "top-values", { field: "path", n: 50 }],
  ["status codes by frequency", COMBINED, "top-values", { field: "status" }],
  ["word frequencies", LINES, "top-values", { words: true }],
  ["how often does each line occur", LINES, "top-values", {}],
  ["most common third column", LINES, "top-values", { column: 3 }],
  ["top 3 countries", ORDERS, "top-values", { field: "country", n: 3 }],
  ["hits per address", COMBINED, "sum-by", { by: "address" }],
  ["how many requests per status code", COMBINED, "sum-by", { by: "status" }],
  ["sum bytes grouped by agent", COMBINED, "sum-by", { by: "agent", of: "bytes" }],
  ["average amount per country", ORDERS, "sum-by", { by: "country", of: "amount" }],
  ["max bytes per path", COMBINED, "sum-by", { by: "path", of: "bytes" }],
  ["requests with duration over 1000", COMBINED, "select", { where: ["duration>1000"] }],
  ["requests where path contains admin", COMBINED, "select", { where: ["path~admin"] }],
  ["requests with status 500", COMBINED, "select", { where: ["status=500"] }],
  ["records where status >= 500", COMBINED, "select", { where: ["status>=500"] }],
  ["records where the country is Germany", ORDERS, "select", { where: ["country=Germany"] }],
  ["only the requests whose method is POST", COMBINED, "select", { where: ["method=POST"] }],
  ["requests with a status of at least 500", COMBINED, "select", { where: ["status>=500"] }],
  ["requests where status is not 200", COMBINED, "select", { where: ["status!=200"] }],
  [
    "rows where amount > 100 and country is France",
    ORDERS,
    "select",
    { where: ["amount>100", "country=France"] },
  ],
  [
    "show address and path of requests with status 404",
    COMBINED,
    "select",
    { where: ["status=404"], fields: "address,path" },
  ],
  ["only the fields address and status", COMBINED, "select", { fields: "address,status" }],
  ["keep only customer and amount", ORDERS, "select", { fields: "customer,amount" }],
  [
    "requests per status with the 95th percentile of the duration",
    COMBINED,
    "rates-by",
    { by: "status", of: "duration", percentile: [95] },
  ],
  ["p95 of duration per path", COMBINED, "rates-by", { by: "path", of: "duration", percentile: [95] }],
  [
    "p50 and p99 latency by method",
    COMBINED,
    "rates-by",
    { by: "method", of: "duration", percentile: [50, 99] },
  ],
  [
    "the 50th, 90th and 99th percentiles of bytes per address",
    COMBINED,
    "rates-by",
    { by: "address", of: "bytes", percentile: [50, 90, 99] },
  ],
  ["median bytes by status", COMBINED, "rates-by", { by: "status", of: "bytes", percentile: [50] }],
  [
    "median response time per path, top 5",
    COMBINED,
    "rates-by",
    { by: "path", of: "duration", percentile: [50], n: 5 },
  ],
  ["the median duration", COMBINED, "rates-by", { of: "duration", percentile: [50] }],
  [
    "duration percentiles by path",
    COMBINED,
    "rates-by",
    { by: "path", of: "duration", percentile: [50, 95, 99] },
  ],
  ["error rate per path", COMBINED, "rates-by", { by: "path" }],
  ["share of requests by status", COMBINED, "rates-by", { by: "status" }],
  ["what percentage of requests per method", COMBINED, "rates-by", { by: "method" }],
  ["requests per second by address", COMBINED, "rates-by", { by: "address" }],
  ["median amount per country", ORDERS, "rates-by", { by: "country", of: "amount", percentile: [50] }],
  ["all e-mail addresses in this text", LINES, "extract", { kind: "email" }],
  ["all the email addresses", null, "extract", { kind: "email" }],
  ["extract e-mail addresses", COMBINED, "extract", { kind: "email" }],
  ["extract all IP addresses from this log", LINES, "extract", { kind: "ip" }],
  ["find every URL", LINES, "extract", { kind: "url" }],
  ["list the links in this file", LINES, "extract", { kind: "url" }],
  ["all numbers in the text", LINES, "extract", { kind: "number" }],
  ["which dates are in this text?", LINES, "extract", { kind: "date" }],
  ["the UUIDs", LINES, "extract", { kind: "uuid" }],
  ["the unique e-mail addresses in this text", LINES, "extract", { kind: "email", unique: true }],
  ["all distinct URLs", LINES, "extract", { kind: "url", unique: true }],
  ["email addresses without duplicates", LINES, "extract", { kind: "email", unique: true }],
  ["remove duplicate lines", LINES, "unique", {}],
  ["deduplicate keeping the order", LINES, "unique", {}],
  ["remove duplicates", ORDERS, "unique", {}],
  ["unique lines", COMBINED, "unique", {}],
  ["lines without duplicates", LINES, "unique", {}],
  ["unique values of user keeping order", COMBINED, "unique", { of: "user" }],
  ["unique addresses", COMBINED, "unique", { of: "address" }],
  ["the distinct countries", ORDERS, "unique", { of: "country" }],
  ["distinct IP addresses", COMBINED, "unique", { of: "address" }],
  ["distinct values of country and customer", ORDERS, "unique", { of: "country,customer" }],
  ["unique orders by customer", ORDERS, "unique", { by: "customer" }],
  ["unique addresses per path", COMBINED, "unique", { of: "address", by: "path" }],
  ["first request of each address", COMBINED, "unique", { by: "address" }],
  ["the top 10 customers by amount", ORDERS, "sum-by", { by: "customer", of: "amount", n: 10 }],
];

const UNFIT: readonly [directive: string, sample: Sample | null][] = [
  ["the slowest requests", COMBINED],
  ["the ten slowest requests", COMBINED],
  ["top 10 slowest pages", COMBINED],
  ["translate to French", COMBINED],
  ["translate the most frequent words to French", LINES],
  ["requests per hour", COMBINED],
  ["convert to CSV", COMBINED],
  ["sort by duration", COMBINED],
  ["the least frequent addresses", COMBINED],
  ["addresses that are not frequent", COMBINED],
  ["the first 10 lines", LINES],
  ["the last 5 requests", COMBINED],
  ["the longest lines", LINES],
  ["count the lines", LINES],
  ["sum of the numbers", LINES],
  ["what is wrong with my server", COMBINED],
  ["the most frequent addresses with status 404", COMBINED],
  ["total bytes by status where method is GET", COMBINED],
  ["requests with status 500 by address", COMBINED],
  ["number of distinct addresses", COMBINED],
  ["the most expensive orders", ORDERS],
  ["addresses", COMBINED],
  ["most recent requests", COMBINED],
  ["percentage of requests with status 500", COMBINED],
  ["requests without a referer", COMBINED],
  ["requests with status 404 or 500", COMBINED],
  ["requests between 10 and 11 o'clock", COMBINED],
  ["most frequent hour of the day", COMBINED],
  ["most frequent surnames", ORDERS],
  ["records where the country is missing", ORDERS],
  ["total bytes by status and method", COMBINED],
  ["the most common country in 2020", ORDERS],
  ["group customers by country", ORDERS],
  ["only customer and total", ORDERS],
  ["requests from 203.0.113.7", COMBINED],
  ["the 10 largest requests", COMBINED],
  ["requests with bytes over 1 MB", COMBINED],
  ["the top user by bytes", COMBINED],
  ["the most frequent address for each path", COMBINED],
  ["requests per address per day", COMBINED],
  ["top 10 longest words", LINES],
  ["most frequent pairs of words", LINES],
  ["most common line length", LINES],
  ["how many lines", LINES],
  ["how many countries", ORDERS],
  ["running total of amount", ORDERS],
  ["the country with the highest total amount", ORDERS],
  ["total amount of orders with quantity over 2", ORDERS],
  ["most common customer of Germany", ORDERS],
  ["sum of amount times quantity", ORDERS],
  ["total amount in euros", ORDERS],
  ["count and sum up the total bytes by status, top 5, compressed", COMBINED],
  ["error rate per hour", COMBINED],
  ["requests with a duration above the 95th percentile", COMBINED],
  ["p95", COMBINED],
  ["percentiles of duration and bytes by path", COMBINED],
  ["the number of requests", COMBINED],
  ["how many numbers are there", LINES],
  ["sum of all numbers", LINES],
  ["the ten largest numbers", LINES],
  ["phone numbers", LINES],
  ["line numbers", LINES],
  ["lines with e-mail addresses", LINES],
  ["lines that contain a URL", LINES],
  ["e-mail addresses per domain", LINES],
  ["the most frequent e-mail addresses", LINES],
  ["replace all e-mail addresses", LINES],
  ["sort by date", LINES],
  ["extract the second word", LINES],
  ["extract names and dates", LINES],
  ["e-mail addresses and URLs", LINES],
  ["broken links", LINES],
  ["duplicate lines", LINES],
  ["find duplicates", ORDERS],
  ["lines that occur only once", LINES],
  ["count distinct countries", ORDERS],
  ["how many unique addresses", COMBINED],
  ["number of unique addresses per path", COMBINED],
  ["unique addresses with status 404", COMBINED],
  ["remove empty lines", LINES],
  ["remove lines with numbers", LINES],
  ["sort and remove duplicates", LINES],
  ["remove duplicate words", LINES],
  ["unique words", LINES],
  ["top 10", COMBINED],
  ["", COMBINED],
  ["hello", null],
];

describe("matchLibrary", () => {
  test.each(FITS)("answers %j", (directive, sample, name, values) => {
    const [best] = matchLibrary({ directive, sample, commands: LIBRARY });
    expect({ name: best!.command.name, values: best!.values }).toEqual({ name, values });
    expect(best!.confidence).toBeGreaterThanOrEqual(CONFIDENCE_BAR);
  });

  test.each(UNFIT)("is not sure of anything for %j", (directive, sample) => {
    const [best] = matchLibrary({ directive, sample, commands: LIBRARY });
    expect(best!.confidence, best!.why).toBeLessThan(CONFIDENCE_BAR);
  });

  test("names the words and the values in its reason", () => {
    const [best] = matchLibrary({
      directive: "the ten most frequent addresses",
      sample: COMBINED,
      commands: LIBRARY,
    });
    expect(best!.why).toBe('"frequent" is what it does; sets field=address and n=10');
  });

  test("lists every command, best first", () => {
    const matches = matchLibrary({ directive: "top paths", sample: COMBINED, commands: LIBRARY });
    expect(matches.map((match) => match.command.name)).toHaveLength(LIBRARY.length);
    const confidences = matches.map((match) => match.confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });

  test("finds a command of the user's own by its words, and fills in its number", () => {
    const commands = [...LIBRARY, SLOW_REQUESTS];
    const [best] = matchLibrary({
      directive: "the 20 slowest requests of the shop over the threshold",
      sample: COMBINED,
      commands,
    });
    expect(best).toMatchObject({ command: { name: "slow-requests" }, values: { n: 20 } });
    expect(best!.confidence).toBeGreaterThanOrEqual(CONFIDENCE_BAR);
  });

  test("is sure of a command whose directive is word for word the same", () => {
    const commands = [...LIBRARY, SLOW_REQUESTS];
    const [best] = matchLibrary({ directive: SLOW_REQUESTS.directive.toUpperCase(), sample: null, commands });
    expect(best!.command.name).toBe("slow-requests");
    expect(best!.confidence).toBeGreaterThanOrEqual(CONFIDENCE_BAR);
  });

  test("is not sure of an own command that says more than was asked", () => {
    const own = {
      ...SLOW_REQUESTS,
      directive: "total bytes by status of POST requests from Germany at night",
      description: "Bytes",
    };
    const [best] = matchLibrary({ directive: "bytes", sample: null, commands: [own] });
    expect(best!.confidence).toBeLessThan(CONFIDENCE_BAR);
  });

  test("matches nothing where there are no commands", () => {
    expect(matchLibrary({ directive: "top paths", sample: null, commands: [] })).toEqual([]);
  });
});
