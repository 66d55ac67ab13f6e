import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "../../../src/check/check.ts";
import { readCommand } from "../../../src/keep/library.ts";
import type { LibraryCommand } from "../../../src/terms/draft.ts";
import type { OptionSpec } from "../../../src/terms/option.ts";
import type { Field, Sample, ValueType } from "../../../src/terms/sample.ts";

const DIRECTIVES = new URL("../../../directives/", import.meta.url);

/** The commands that ship, as the check sees them. */
export const LIBRARY: readonly LibraryCommand[] = readdirSync(DIRECTIVES).map((file) =>
  shipped(file.replace(/\.md$/, "")),
);

function shipped(name: string): LibraryCommand {
  const folder = fileURLToPath(new URL("../../../", import.meta.url));
  const { head, directive, code } = readCommand("shipped", folder, name);
  const verdict = check(code);
  if (!verdict.accepted) throw new Error(`the check refuses ${name}`);
  const { schema } = verdict;
  return { name, origin: "shipped", description: head.description, directive, code, schema, values: {} };
}

export const SLOW_REQUESTS: LibraryCommand = {
  ...command({
    name: "slow-requests",
    description: "Requests that took longer than a threshold",
    directive: "the slowest requests of the shop, over a threshold",
    options: [
      option("over", "integer", 500, "threshold in milliseconds"),
      option("n", "integer", 10, "how many to show"),
    ],
  }),
  origin: "user",
};

export const COMBINED = sample("combined", {
  ...{ address: "string", identity: "null", user: "null", time: "string", method: "string", path: "string" },
  ...{
    protocol: "string",
    status: "number",
    bytes: "number",
    referer: "string",
    agent: "string",
    duration: "number",
  },
});
const ROW = { order_id: "A-1", customer: "Ada", country: "France", amount: "12.50", quantity: "3" };
export const ORDERS: Sample = {
  ...sample("csv", {
    ...{ order_id: "string", customer: "string", country: "string", amount: "string", quantity: "string" },
  }),
  records: [ROW],
};
export const LINES = sample("lines", {});

function command(of: {
  name: string;
  description: string;
  directive: string;
  options: readonly OptionSpec[];
}): LibraryCommand {
  const { options, ...rest } = of;
  return { ...rest, origin: "shipped", code: "", schema: { summary: rest.description, options }, values: {} };
}

function option(
  name: string,
  type: OptionSpec["type"],
  value: NonNullable<OptionSpec["default"]>,
  help: string,
): OptionSpec {
  return { name, type, array: false, required: false, default: value, help };
}

function sample(format: Sample["format"], types: Record<string, ValueType>): Sample {
  const fields: Field[] = Object.entries(types).map(([name, type]) => ({
    name,
    types: [type],
    optional: false,
  }));
  const recordType = format === "lines" ? "string" : "object";
  const rest = { why: "", records: [], recordType, bytes: 0, complete: true, replaced: [], suspicious: [] };
  return { input: "x", format, fields, ...rest };
}
