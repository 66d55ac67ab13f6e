import { spawn } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openShellHistory, readShellHistory } from "../../src/keep/shell-history.ts";

let state = "";
let path = "";
beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), "writ-state-")), "writ");
  path = join(state, "shell-history.jsonl");
});
afterEach(() => rmSync(dirname(state), { recursive: true }));

const stored = (text: string) => `${JSON.stringify({ v: 1, text })}\n`;

function write(...content: string[]): void {
  mkdirSync(state, { recursive: true });
  writeFileSync(path, content.join(""));
}

function kept(...texts: string[]): string[] {
  const history = openShellHistory(state);
  for (const text of texts) history.add(text);
  return readShellHistory(state);
}

describe("openShellHistory keeps", () => {
  test.each<[string, string[], string[]]>([
    ["what was sent, oldest first", ["a", "b\nc", "\x1b[2J 日本"], ["a", "b\nc", "\x1b[2J 日本"]],
    ["the same twice in a row as one", ["a", "a", "b", "a"], ["a", "b", "a"]],
    ["nothing with a blank before it", ["a", " secret", "\tsecret", ""], ["a"]],
    ["half a character as it is", ["a\ud800"], ["a\ud800"]],
    ["64 KB and no more", ["x".repeat(60_000), "y".repeat(70_000)], ["x".repeat(60_000)]],
  ])("%s", (_, texts, expected) => {
    expect(kept(...texts)).toEqual(expected);
  });

  test("one line each, for this user alone", () => {
    kept("a", "b");
    expect(readFileSync(path, "utf8")).toBe(stored("a") + stored("b"));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(state).mode & 0o777).toBe(0o700);
  });

  test("what is too long to be stored for this shell alone", () => {
    const history = openShellHistory(state);
    history.add("a");
    history.add("y".repeat(70_000));
    history.add("b");
    expect(history.entries()).toEqual(["a", "y".repeat(70_000), "b"]);
  });

  test("a line of its own after one that was torn off", () => {
    write(stored("a"), '{"v":1,"te');
    expect(kept("b")).toEqual(["a", "b"]);
  });

  test("what could not be stored, and says which file that was", () => {
    writeFileSync(state, "a file where the folder belongs");
    const history = openShellHistory(state);
    expect(() => history.add("a")).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: "state-unusable", path }) }),
    );
    expect(history.entries()).toEqual(["a"]);
  });
});

describe("openShellHistory reads", () => {
  test("what other shells add, and gives the same array while they do not", () => {
    const [one, two] = [openShellHistory(state), openShellHistory(state)];
    one.add("a");
    two.add("b");
    one.add("c");
    expect(one.entries()).toEqual(["a", "b", "c"]);
    expect(two.entries()).toEqual(["a", "b", "c"]);
    expect(one.entries()).toBe(one.entries());
  });

  test("nothing where there is no file", () => {
    expect(readShellHistory(state)).toEqual([]);
  });

  test("past lines that are torn or are not its own", () => {
    write(
      stored("a"),
      "not json\n",
      "null\n",
      '{"v":2,"text":"x"}\n',
      '{"v":1,"text":3}\n',
      "\n",
      stored("b"),
      '{"v":1,',
    );
    expect(readShellHistory(state)).toEqual(["a", "b"]);
  });

  test("a line that another shell is still writing when it is whole", () => {
    write(stored("a"));
    const history = openShellHistory(state);
    const [start, end] = [stored("later").slice(0, 9), stored("later").slice(9)];
    appendFileSync(path, start);
    expect(history.entries()).toEqual(["a"]);
    appendFileSync(path, end);
    expect(history.entries()).toEqual(["a", "later"]);
  });

  test("from the start again where the file was made anew", () => {
    write(stored("a"), stored("b"));
    const history = openShellHistory(state);
    expect(history.entries()).toEqual(["a", "b"]);
    write(stored("c"));
    expect(history.entries()).toEqual(["c"]);
  });

  test("the last 2,000", () => {
    write(...Array.from({ length: 2100 }, (_, index) => stored(`entry ${index}`)));
    const entries = readShellHistory(state);
    expect(entries).toHaveLength(2000);
    expect(entries[0]).toBe("entry 100");
  });

  test("the end of a file of many megabytes", () => {
    write(...Array.from({ length: 200 }, (_, index) => stored(`${index} ${"x".repeat(60_000)}`)));
    const entries = readShellHistory(state);
    expect(entries.at(-1)).toMatch(/^199 x/);
    expect(entries.length).toBeLessThan(100);
    expect(entries[0]).toMatch(/^\d+ x{60000}$/);
  });
});

test("shells that add at the same time lose nothing", async () => {
  const program = join(import.meta.dirname, "../../src/keep/shell-history.ts");
  const script = `
    const { openShellHistory } = await import(${JSON.stringify(program)});
    const history = openShellHistory(${JSON.stringify(state)});
    for (let i = 0; i < 200; i++) history.add(process.argv[1] + " " + i + " " + "x".repeat(i * 10));
  `;
  const shells = ["one", "two", "three"].map(
    (name) =>
      new Promise((resolve) => {
        spawn(process.execPath, ["--input-type=module", "-e", script, name], { stdio: "inherit" }).on(
          "exit",
          resolve,
        );
      }),
  );
  expect(await Promise.all(shells)).toEqual([0, 0, 0]);
  const entries = readShellHistory(state);
  for (const name of ["one", "two", "three"]) {
    expect(entries.filter((entry) => entry.startsWith(`${name} `))).toHaveLength(200);
  }
});
