import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clock, rememberAsk } from "../../../src/cli/ledger/remember-ask.ts";
import { inLedger } from "../../../src/keep/ledger/open-ledger.ts";
import { readAsks } from "../../../src/keep/ledger/read-asks.ts";
import { sha256 } from "../../../src/keep/sha256.ts";
import type { Recorded } from "../../../src/session/record-history.ts";
import type { Author, Draft } from "../../../src/terms/draft.ts";

const KEY = ["AKIA", "IOSFODNN7ABCDEFG"].join("");
const CODE = `export default () => ["${KEY}", "kept"];\n`;
const LIBRARY: Author = { kind: "library", name: "select", origin: "shipped", why: `it says ${KEY}` };

let state = "";
beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), "writ-remember-")), "writ");
});
afterEach(() => rmSync(join(state, ".."), { recursive: true }));

const DRAFT: Draft = { directive: `use ${KEY}`, code: CODE, origin: LIBRARY, values: { key: KEY } };
const PLAIN = { requests: [], stages: [] };
const RECORDED: Recorded = {
  at: "2026-05-06T07:08:09.000Z",
  directive: `lines with ${KEY}`,
  tries: [
    { ...PLAIN, draft: null, reply: `is ${KEY} a key?` },
    { ...PLAIN, draft: DRAFT, reply: null },
    { ...PLAIN, draft: { ...DRAFT, origin: { kind: "edited", from: LIBRARY } }, reply: null },
  ],
  decision: "yes",
  outcome: "done",
  failure: null,
  exitCode: 0,
  runMs: 5,
  saved: null,
};

const stored = async () =>
  (await inLedger(state, clock(), (db) => readAsks(db, { words: [], by: null, most: 9 }))).value!;

test("no secret of a directive, a draft, its options, its origin or a reply is in the ledger", async () => {
  expect(await rememberAsk(state, RECORDED)).toEqual([]);
  for (const name of readdirSync(state)) expect(readFileSync(join(state, name)).includes(KEY)).toBe(false);
  const [ask] = await stored();
  expect(ask!.directive).toMatch(/^lines with <TOKEN_1/);
  expect(ask!.tries.map(({ draft, reply }) => reply ?? draft?.code.includes('"kept"'))).toEqual([
    expect.stringMatching(/^is <TOKEN_1/),
    true,
    true,
  ]);
});

test("the hash is that of the code as it was shown", async () => {
  await rememberAsk(state, RECORDED);
  expect((await stored())[0]!.tries.map((one) => one.sha256)).toEqual([null, sha256(CODE), sha256(CODE)]);
});

test("a ledger that cannot be written is told of, and throws nothing", async () => {
  writeFileSync(state, "a file where the folder belongs");
  expect(await rememberAsk(state, RECORDED)).toEqual([
    expect.stringMatching(/^this is not in the history: /),
  ]);
});
