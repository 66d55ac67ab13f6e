import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearLedger } from "../../../src/keep/ledger/clear-ledger.ts";
import type { AskEntry, RunEntry } from "../../../src/keep/ledger/entry.ts";
import { insertAsk } from "../../../src/keep/ledger/insert-ask.ts";
import { inLedger, lookAtLedger } from "../../../src/keep/ledger/open-ledger.ts";
import { type AskQuery, readAsks } from "../../../src/keep/ledger/read-asks.ts";
import { noteRun } from "../../../src/keep/ledger/run-notes.ts";
import { statePaths } from "../../../src/keep/places.ts";

let state = "";
beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), "writ-ledger-")), "writ");
});
afterEach(() => rmSync(join(state, ".."), { recursive: true }));

const NOW = { ms: Date.parse("2026-05-06T07:08:09.000Z"), uptimeMs: 100_000 };
const EVERY = { words: [], by: null, most: 100 };
const ASK: AskEntry = {
  at: "2026-05-06T07:00:00.000Z",
  directive: "the ten busiest",
  tries: [
    {
      draft: {
        directive: "the ten busiest",
        code: "export default 1",
        origin: { kind: "model", model: "m-1", host: "h" },
        values: {},
      },
      sha256: "a".repeat(64),
      reply: null,
      requests: [
        {
          model: "m-1",
          host: "h",
          promptSha256: "b".repeat(64),
          replySha256: null,
          usage: { inputTokens: 7, outputTokens: 3, cachedTokens: 2, countedBy: "server", costUsd: 0.5 },
          latencyMs: 12,
        },
      ],
      stages: [{ stage: "safety", status: "passed" }],
    },
  ],
  decision: "yes",
  outcome: "done",
  failure: null,
  exitCode: 0,
  runMs: 5,
  saved: "busiest",
};

const add = (entry: AskEntry = ASK) => inLedger(state, NOW, (db) => insertAsk(db, entry));
const asks = async (query: Partial<AskQuery> = {}) =>
  (await inLedger(state, NOW, (db) => readAsks(db, { ...EVERY, ...query }))).value!;

describe("a directive", () => {
  test("comes back as it was written, newest first", async () => {
    await add();
    await add({ ...ASK, at: "2026-05-06T08:00:00.000Z", directive: "later" });
    expect((await asks()).map(({ directive }) => directive)).toEqual(["later", "the ten busiest"]);
    expect((await asks())[1]).toEqual(ASK);
  });

  test.each<[string, Partial<AskQuery>, number]>([
    ["by words in any case", { words: ["TEN", "bus"] }, 1],
    ["by words that ASCII does not know", { words: ["ÜBER"] }, 1],
    ["by the name it was saved under", { words: ["busiest"] }, 1],
    ["not by a pattern", { words: ["t%n"] }, 0],
    ["not where one word is missing", { words: ["ten", "eleven"] }, 0],
    ["by who drafted it", { by: "M-1" }, 1],
    ["not by who did not", { by: "m-2" }, 0],
  ])("is found %s", async (_, query, count) => {
    await add({ ...ASK, directive: "the ten busiest über all" });
    expect(await asks(query)).toHaveLength(count);
  });

  test("is gone after a clearing, also from the bytes of the file", async () => {
    await add();
    await inLedger(state, NOW, (db) => clearLedger(db, state));
    expect(await asks()).toEqual([]);
    expect(readFileSync(statePaths(state).ledger).includes("busiest")).toBe(false);
  });
});

describe("the file", () => {
  test("is for this user alone, and nothing else stays beside it", async () => {
    await add();
    expect(statSync(statePaths(state).ledger).mode & 0o777).toBe(0o600);
    expect(readdirSync(state)).toEqual(["ledger.sqlite"]);
  });

  test("of a newer writ is not written to, and said", async () => {
    await add();
    const path = statePaths(state).ledger;
    const db = new DatabaseSync(path);
    db.exec("PRAGMA user_version = 2");
    db.close();
    const used = await add();
    expect(used).toEqual({ value: null, notes: [{ kind: "newer", path, version: 2 }] });
    const again = new DatabaseSync(path);
    expect(again.prepare("SELECT count(*) AS n FROM asks").get()).toEqual({ n: 1 });
    again.close();
  });

  test.each([
    ["is no database", (path: string) => writeFileSync(path, "x".repeat(5000))],
    ["is empty", (path: string) => writeFileSync(path, "")],
    [
      "is another program's",
      (path: string) => {
        rmSync(path);
        const db = new DatabaseSync(path);
        db.exec("CREATE TABLE t (a)");
        db.close();
      },
    ],
    [
      "has torn pages",
      (path: string) => {
        const bytes = Buffer.alloc(statSync(path).size - 1024, 0xaa);
        const file = openSync(path, "r+");
        writeSync(file, bytes, 0, bytes.length, 1024);
        closeSync(file);
      },
    ],
  ])("that %s is kept aside, and work goes on", async (_, damage) => {
    await add();
    damage(statePaths(state).ledger);
    const { notes } = await add();
    expect(notes).toEqual([expect.objectContaining({ kind: "damaged" })]);
    expect(await asks()).toEqual([ASK]);
    expect(readdirSync(state).filter((name) => name.includes("damaged"))).toHaveLength(1);
  });

  test("that cannot be made is a failure that names it", async () => {
    writeFileSync(state, "a file where the folder belongs");
    await expect(add()).rejects.toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: "state-unusable" }) }),
    );
  });

  test("can be looked at where nothing can be written", async () => {
    await add();
    chmodSync(state, 0o500);
    const looked = await lookAtLedger(state, (db) => readAsks(db, EVERY));
    chmodSync(state, 0o700);
    expect(looked).toEqual({ value: [ASK], notes: [] });
  });
});

describe("a run that was noted", () => {
  const RUN: RunEntry = {
    at: "2026-05-06T07:00:01.000Z",
    name: "busiest",
    wallMs: 20,
    bytesIn: 1000,
    recordsIn: 10,
    bytesOut: 5,
    recordsOut: 1,
    exitCode: 0,
  };
  const runs = async () =>
    (await inLedger(state, NOW, (db) => db.prepare("SELECT * FROM runs ORDER BY id").all())).value!;

  test("is taken over once", async () => {
    noteRun(state, RUN);
    expect(await runs()).toHaveLength(1);
    noteRun(state, { ...RUN, exitCode: 1 });
    await runs();
    expect((await runs()).map((row) => [row.name, row.at, row.bytes_in, row.exit_code])).toEqual([
      ["busiest", RUN.at, 1000, 0],
      ["busiest", RUN.at, 1000, 1],
    ]);
  });

  test("by sh alone has its time from the boot", async () => {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    writeFileSync(
      join(state, "..", "notes"),
      `{"v":1,"name":"busiest","boot":"${boot}","from":40.00,"to":41.50,"exitCode":0,"bytesIn":7}\n`,
    );
    noteRun(state, RUN);
    renameSync(join(state, "..", "notes"), statePaths(state).runNotes);
    expect(await runs()).toEqual([
      expect.objectContaining({
        at: "2026-05-06T07:07:09.000Z",
        wall_ms: 1500,
        bytes_in: 7,
        records_in: null,
      }),
    ]);
  });

  test("is left out where its line is torn, not whole yet or not ours", async () => {
    noteRun(state, RUN);
    appendFileSync(
      statePaths(state).runNotes,
      '{"v":1,"na\n{"v":2}\n{"v":1,"name":"../x","at":"a","wallMs":1,"exitCode":0}\n{"v":1,"name":"half',
    );
    expect(await runs()).toHaveLength(1);
    appendFileSync(statePaths(state).runNotes, '-way","at":"a","wallMs":1,"exitCode":0}\n');
    expect((await runs()).map(({ name }) => name)).toEqual(["busiest", "half-way"]);
  });

  test("is neither lost nor counted twice when the file gives way to a new one", async () => {
    const line = { ...RUN, name: "x".repeat(64) };
    for (let i = 0; i < 6000; i++) noteRun(state, { ...line, wallMs: i });
    expect(await runs()).toHaveLength(6000);
    expect(readdirSync(state)).toContain("run-notes.before.jsonl");
    noteRun(state, RUN);
    expect(await runs()).toHaveLength(6001);
  });

  test("is taken over from the earlier file too, by who had that one open", async () => {
    for (let i = 0; i < 6000; i++) noteRun(state, { ...RUN, name: "x".repeat(64), wallMs: i });
    const before = openSync(statePaths(state).runNotes, "a");
    await runs();
    writeSync(before, `${JSON.stringify({ v: 1, ...RUN })}\n`);
    closeSync(before);
    expect(await runs()).toHaveLength(6001);
    expect(await runs()).toHaveLength(6001);
  });
});

describe("a history of before the ledger", () => {
  const LINE = '{"v":1,"at":"2026-05-01T00:00:00.000Z","directive":"of old","decision":"yes"}\n';
  const directives = async () => (await asks()).map(({ directive }) => directive);

  test("is taken over, and its file is kept under another name", async () => {
    await add();
    writeFileSync(statePaths(state).history, LINE);
    expect(await directives()).toEqual(["the ten busiest", "of old"]);
    expect(readdirSync(state)).toContain("history.jsonl.taken");
  });

  test("that is there again is not taken over twice", async () => {
    await add();
    for (let i = 0; i < 2; i++) {
      writeFileSync(statePaths(state).history, LINE);
      expect(await directives()).toEqual(["the ten busiest", "of old"]);
    }
  });

  test("keeps what cannot be read in that file, and says so", async () => {
    await add();
    writeFileSync(statePaths(state).history, `${LINE}{"v":1,"at\n`);
    const { notes } = await inLedger(state, NOW, () => null);
    expect(notes).toEqual([{ kind: "lines-left", count: 1, path: `${statePaths(state).history}.taken` }]);
  });
});
