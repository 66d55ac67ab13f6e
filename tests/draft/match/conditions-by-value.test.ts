import { describe, expect, test } from "vitest";
import { readPhrasings } from "../../../scripts/phrasings/read-phrasings.ts";
import { CONFIDENCE_BAR, matchLibrary } from "../../../src/draft/match/match-library.ts";
import { LIBRARY } from "./library.ts";

const { samples } = await readPhrasings("first");

const FITS: readonly [directive: string, input: string, values: object][] = [
  ["people in London", "people", { where: ["city=London"] }],
  ["the sales department", "people", { where: ["department=sales"] }],
  ["salary of Ada Byron", "people", { where: ["name=Ada Byron"], fields: "salary" }],
  ["orders that are not paid", "orders", { where: ["state!=paid"] }],
  ["price between 50 and 200 and paid", "orders", { where: ["price>=50", "price<=200", "state=paid"] }],
  ["orders of lamp cheaper than 100", "orders", { where: ["product=lamp", "price<100"] }],
  ["requests slower than 500", "api", { where: ["duration>500"] }],
  ["requests with status 500 or more", "api", { where: ["status>=500"] }],
  ["country starts with U", "orders", { where: ["country~^U"] }],
  ["product ends with p", "orders", { where: ["product~p$"] }],
  ["paths ending in .html", "access", { where: ["path~\\.html$"] }],
  ["path containing login", "access", { where: ["path~login"] }],
  ["name and salary only", "people", { fields: "name,salary" }],
];

/** What looks like one of these and is not. */
const UNFIT: readonly [directive: string, input: string][] = [
  ["orders from UK and DK", "orders"],
  ["orders of Ada or Bo", "orders"],
  ["UK orders except paid ones", "orders"],
  ["all but paid", "orders"],
  ["everything except the price", "orders"],
  ["open the file", "orders"],
  ["paid", "orders"],
  ["delete paid orders", "orders"],
  ["rename paid to done", "orders"],
  ["how many UK orders", "orders"],
  ["total price in UK", "orders"],
  ["top 5 products in UK", "orders"],
  ["largest orders by price", "orders"],
  ["the 3 largest prices", "orders"],
  ["sort by custmer", "orders"],
  ["shrot list of customers", "orders"],
  ["active customers", "orders"],
  ["used products", "orders"],
  ["what is there", "orders"],
  ["cheaper than 100 euros", "orders"],
  ["people not in London", "people"],
  ["people in London or Paris", "people"],
  ["people with highest salary", "people"],
  ["average salary in London", "people"],
  ["older than Ada", "people"],
  ["requests slower than 500 ms", "api"],
  ["top 3 routes by duration", "api"],
  ["GET and POST requests", "access"],
];

describe("conditions that name no field", () => {
  test.each(FITS)("%j chooses records", (directive, input, values) => {
    expect(bestOf(directive, input)).toMatchObject({ command: { name: "select" }, values });
    expect(bestOf(directive, input).confidence).toBeGreaterThanOrEqual(CONFIDENCE_BAR);
  });

  test.each(UNFIT)("%j is no such choice", (directive, input) => {
    const { confidence, why, command } = bestOf(directive, input);
    expect(confidence, `${command.name}: ${why}`).toBeLessThan(CONFIDENCE_BAR);
  });
});

function bestOf(directive: string, input: string) {
  return matchLibrary({ directive, sample: samples.get(input)!, commands: LIBRARY })[0]!;
}
