// Writes docs/rules/ from the rule files: `node scripts/rules-docs.ts`. A test compares them.
import { mkdirSync, writeFileSync } from "node:fs";
import { rulePages } from "../src/check/rule-pages.ts";
import { RULES } from "../src/check/rules/index.ts";

const folder = new URL("../docs/rules/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of rulePages(RULES)) writeFileSync(new URL(name, folder), text);
