// npm run bench:prompt [-- --check]: how many tokens the prompt takes, by part, for ten directives and their samples,
// counted by the tokenizer of current models (o200k_base); other models' counts differ somewhat. --check ends with 1 where
// a part is 25 % over its aim. What share of drafts is right is measured by `npm run eval`, not here.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Tiktoken } from "js-tiktoken/lite";
import o200k from "js-tiktoken/ranks/o200k_base";
import { buildPrompt } from "../src/draft/prompt/build-prompt.ts";
import type { PromptPart } from "../src/draft/prompt/message.ts";
import { takeSample } from "../src/sample/take-sample.ts";
import { parseExample } from "../src/terms/parse-example.ts";

/** Tokens that a part may take, at most, by what it took when it was last shortened. */
const AIMS: Partial<Record<PromptPart["name"], number>> = {
  contract: 640,
  declarations: 560,
  sample: 1040,
  helpers: 590,
  examples: 55,
};
const TOLERANCE = 1.25;

const LOG = readFileSync(new URL("../samples/access.log", import.meta.url));
const CITIES = text("city,country,people\nBerlin,DE,3769495\nWien,AT,1982097\nBern,CH,134794\n".repeat(40));
const EVENTS = text(
  '{"at":"2026-03-01T10:00:00Z","user":{"id":7,"mail":"ada@example.org"},"kind":"login","ms":120}\n'.repeat(
    40,
  ),
);
const ORDERS = text("id\tcustomer\ttotal\n1\t7\t12.50\n2\t9\t8.00\n".repeat(40));
const TASKS: readonly { readonly directive: string; readonly input: Buffer | null; readonly name: string }[] =
  [
    { directive: "the ten most frequent addresses", input: LOG, name: "access.log" },
    { directive: "requests slower than a second, with path and duration", input: LOG, name: "access.log" },
    { directive: "median and p95 of the duration for each path", input: LOG, name: "access.log" },
    { directive: "requests per hour of the day", input: LOG, name: "access.log" },
    { directive: "the most populous city of each country", input: CITIES, name: "cities.csv" },
    { directive: "drop duplicate rows", input: CITIES, name: "cities.csv" },
    { directive: "events by kind and day, as csv", input: EVENTS, name: "events.ndjson" },
    { directive: "the mail addresses of all users, sorted", input: EVENTS, name: "events.ndjson" },
    { directive: "join these with customers.csv by customer", input: ORDERS, name: "orders.tsv" },
    { directive: "the first 100 prime numbers", input: null, name: "" },
  ];
const EXAMPLE = parseExample("Berlin,DE,3\\nBonn,DE,1 => DE,Berlin");

const { values } = parseArgs({ options: { check: { type: "boolean" } } });
const tokenizer = new Tiktoken(o200k);
const count = (text: string) => tokenizer.encode(text).length;

const most = new Map<PromptPart["name"], number>();
for (const task of TASKS) {
  const parts = (await promptOf(task)).flatMap((message) => message.parts);
  const sizes = parts.map(({ name, text }) => ({ name, tokens: count(text) }));
  for (const { name, tokens } of sizes) most.set(name, Math.max(most.get(name) ?? 0, tokens));
  const total = sizes.reduce((sum, { tokens }) => sum + tokens, 0);
  const fixed = parts.reduce((sum, part) => sum + (part.isFixed ? count(part.text) : 0), 0);
  const listed = sizes.map(({ name, tokens }) => `${name} ${tokens}`).join(", ");
  console.log(
    `${String(total).padStart(5)}  ${task.directive} (${listed}; the first ${fixed} are always the same)`,
  );
}
console.log(
  "drafts that were right: not measured here; `npm run eval` measures them where an endpoint is configured",
);

const over = [...most].filter(([name, tokens]) => tokens > (AIMS[name] ?? Infinity) * TOLERANCE);
for (const [name, aim] of Object.entries(AIMS)) {
  console.log(`${name}: at most ${most.get(name as PromptPart["name"]) ?? 0}, aim ${aim}`);
}
if (values.check && over.length > 0) {
  console.log(`over the aim by more than a quarter: ${over.map(([name]) => name).join(", ")}`);
  process.exitCode = 1;
}

async function promptOf({ directive, input, name }: (typeof TASKS)[number]) {
  const sample = input && (await takeSample({ input: name, head: input, complete: false, from: "auto" }));
  const isPlain = EXAMPLE.ok && directive.startsWith("the most populous");
  return buildPrompt({
    directive,
    sample,
    declarations: declarations(),
    examples: isPlain ? [EXAMPLE.example] : [],
  });
}

function declarations(): string {
  const read = (name: string) => readFileSync(new URL(`../src/guest/${name}.d.ts`, import.meta.url), "utf8");
  return `${read("snippet")}\n${read("helpers")}`;
}

function text(content: string): Buffer {
  return Buffer.from(content);
}
