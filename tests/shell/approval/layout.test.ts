import { describe, expect, test } from "vitest";
import { approvalFrame, approvalSeen } from "../../../src/shell/approval/layout.ts";
import { decisionRecord } from "../../../src/shell/approval/record.ts";
import { type ApprovalState, startApproval } from "../../../src/shell/approval/state.ts";
import { lineCells, plain } from "../../../src/shell/line.ts";
import type { Highlight } from "../../../src/terms/highlight.ts";
import { type ApproveQuestion, approveQuestion, CODE, finding } from "../canned.ts";
import { hostileQuestion } from "../hostile.ts";

function draw(question: ApproveQuestion, columns: number, rows: number, more: Partial<ApprovalState> = {}) {
  return approvalFrame({ ...startApproval(question), ...more }, { columns, rows }).rows;
}

const text = (rows: readonly Parameters<typeof plain>[0][]) => rows.map(plain).join("\n");

test("approvalFrame at 80x24 shows code, finding, panel and the decision last", () => {
  expect(text(draw(approveQuestion(), 80, 24))).toBe(
    `drafted by small at 127.0.0.1:8080
the ten busiest addresses
 1 │ /**
 2 │  * Show the busiest client addresses.
 3 │  * @param {integer} n how many addresses to show
 4 │  */
 5 │ export default function* topAddresses(input: Input, { n = 10 }: { n?: 
     number }) {
 6 │   const totals = new Map<string, number>();
   │         ^ warning: the name is never used [no-unused]
   │           what is never used was perhaps meant to be
 7 │   for (const line of input.lines()) {
 8 │     const address = field(line, 1);
 9 │     totals.set(address, (totals.get(address) ?? 0) + 1);
── rows 1-12 of 18: 6 more below ──
options   -n 3 (integer, default 10)
touches   nothing but its input and its output
checks    safety passed · types passed · trial not run (not asked for)
findings  1 warning (line 6)
this run  CPU 60 s · time 60 s · memory 512M · output 1G
kept      CPU by input size · no time limit · memory 2G · no output limit
sandbox   engine-only - the engine's own permissions, no kernel wall
y run · s save and run · n no · e edit · r revise · ↑↓ move · / find`,
  );
});

test("approvalFrame at 200 columns needs no scrolling and hides nothing", () => {
  const shown = text(draw(approveQuestion(), 200, 50));
  for (const one of CODE.trimEnd().split("\n")) expect(shown).toContain(one);
  expect(shown).not.toContain("more below");
  expect(shown).toMatch(/y run · s save and run · n no · e edit · r revise$/);
});

test("approvalFrame at 40x15 scrolls the panel with the code, but for what is approved", () => {
  const question = approveQuestion();
  const start = text(draw(question, 40, 15));
  expect(start).toMatch(/^drafted by[\s\S]*── rows 1-\d+ of \d+: \d+ more below ──\ntouches {3}nothing/);
  expect(start).toMatch(/\nsandbox {3}engine-only[\s\S]*\ny run/);
  const end = text(draw(question, 40, 15, { top: 1e9 }));
  expect(end).toMatch(/kept {6}CPU[\s\S]*more above ──\ntouches {3}nothing[\s\S]*sandbox[\s\S]*\ny run/);
  expect(end.match(/touches/g)).toHaveLength(1);
});

test("approvalFrame names the input where there is one", () => {
  expect(text(draw(approveQuestion({ input: "a.log, b.log" }), 80, 30))).toMatch(/^input {5}a.log, b.log$/m);
});

test("approvalFrame at 10x3 keeps a row of the code and the keys", () => {
  expect(text(draw(approveQuestion(), 10, 3))).toBe("drafted by\ny/s/n/e/r?");
});

describe.each([
  [40, 24],
  [80, 24],
  [200, 60],
  [40, 15],
  [10, 3],
  [1, 1],
])("approvalFrame at %ix%i", (columns, rows) => {
  test.each([
    ["a plain draft", approveQuestion()],
    ["hostile text", hostileQuestion()],
    [
      "wide text",
      approveQuestion({ draft: { ...approveQuestion().draft, code: "const 名 = '日本語'.repeat(3);" } }),
    ],
    ["many findings", approveQuestion({ findings: Array.from({ length: 50 }, (_, i) => finding(6, i)) })],
  ])("%s never passes the edge, is lower than the screen, and ends with the decision", (_, question) => {
    const { total, shown } = approvalSeen(startApproval(question), { columns, rows }).extent;
    for (const top of [0, Math.floor(total / 2), total]) {
      const frame = draw(question, columns, rows, { top });
      expect(frame.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
      if (columns > 1) for (const row of frame) expect(lineCells(row)).toBeLessThanOrEqual(columns);
      expect(plain(frame.at(-1)!)).toMatch(/^[y…]/);
    }
    expect(shown).toBeGreaterThan(0);
  });
});

test("approvalFrame shows every row of a long code somewhere", () => {
  const code = Array.from({ length: 300 }, (_, i) => `line${i + 1}();`).join("\n");
  const question = approveQuestion({ draft: { ...approveQuestion().draft, code } });
  const { total, shown } = approvalSeen(startApproval(question), { columns: 80, rows: 24 }).extent;
  const seen = new Set<string>();
  for (let top = 0; top <= total - shown; top++) {
    for (const row of draw(question, 80, 24, { top })) seen.add(plain(row).replace(/^ *\d+ │ /, ""));
  }
  for (const one of code.split("\n")) expect(seen).toContain(one);
});

test("approvalFrame says first what changed", () => {
  const changed = "top-addresses was changed since it was approved";
  expect(plain(draw(approveQuestion({ changed }), 80, 40)[0]!)).toBe(changed);
});

test("approvalFrame names the library a draft comes from, and why", () => {
  const { draft } = approveQuestion();
  const origin = {
    kind: "library",
    name: "top-values",
    origin: "shipped",
    why: '"busiest" is a word of it',
  } as const;
  expect(plain(draw(approveQuestion({ draft: { ...draft, origin } }), 100, 40)[0]!)).toBe(
    'from the shipped library: top-values ("busiest" is a word of it)',
  );
});

test("approvalFrame shows what is asked for beyond the input, failed stages and their findings", () => {
  const types = finding(8, 20, { rule: "types", severity: "refuse", message: "no such name" });
  const shown = text(
    draw(
      approveQuestion({
        capabilities: ["clock", "read:/data"],
        stages: [{ stage: "types", status: "failed", detail: "1 finding", findings: [types] }],
        findings: [],
      }),
      120,
      60,
    ),
  );
  expect(shown).toContain("touches   the clock · read /data");
  expect(shown).toContain("checks    types failed (1 finding)");
  expect(shown).toContain("findings  1 refused (line 8)");
  expect(shown).toContain("\n   │                     ^ refused: no such name [types]\n");
});

test.each([
  [
    { name: "by", choices: ["requests", "bytes"], default: "requests" },
    {},
    '--by "requests" (requests|bytes)',
  ],
  [{ name: "field", required: true }, {}, "--field is not set (string)"],
  [{ name: "overMs", type: "number", default: 5 }, { overMs: 9 }, "--over-ms 9 (number, default 5)"],
  [{ name: "keep", array: true }, { keep: ["a", "b"] }, '--keep "a", "b" (string, repeatable)'],
] as const)("approvalFrame shows the option %j with %j", (spec, values, expected) => {
  const { draft } = approveQuestion();
  const options = [{ type: "string", array: false, required: false, help: "", ...spec } as const];
  const question = approveQuestion({ draft: { ...draft, values }, schema: { summary: "", options } });
  expect(text(draw(question, 120, 40))).toContain(`options   ${expected}`);
});

test("approvalFrame in the name line shows the name offered and what the keys do", () => {
  const field = { text: "top-addresses", cursor: 13 };
  const naming = (problem: string | null) => ({
    mode: { kind: "typing", what: "name", field, problem } as const,
  });
  expect(plain(draw(approveQuestion(), 80, 24, naming(null)).at(-1)!)).toBe(
    "save as: top-addresses    Enter saves and runs, Esc goes back",
  );
  const [above, row] = draw(approveQuestion(), 40, 15, naming("a name is short and plain")).slice(-2);
  expect(plain(above!)).toBe("a name is short and plain");
  expect(plain(row!)).toBe("save as: top-addresses ");
});

test.each([
  [{ kind: "yes" }, "approved: run"],
  [{ kind: "no" }, "not approved: nothing ran"],
  [{ kind: "save", name: "top" }, "approved: run, and save as top"],
  [null, "not approved: nothing ran"],
] as const)("decisionRecord of %j keeps the whole code, the findings and the decision", (answer, said) => {
  const record = text(decisionRecord(approveQuestion(), answer, 200));
  for (const one of CODE.trimEnd().split("\n")) expect(record).toContain(one);
  expect(record).toContain("warning: the name is never used");
  expect(record.split("\n").at(-1)).toBe(said);
});

test.each([
  [120, "safety passed (nothing found) · trial not run (not asked for)"],
  [60, "safety passed · trial not run"],
])("approvalFrame at %i columns gives the details of stages where they fit on a row", (columns, expected) => {
  const stages = [
    { stage: "safety", status: "passed", detail: "nothing found", findings: [] },
    { stage: "trial", status: "not-run", detail: "not asked for", findings: [] },
  ] as const;
  expect(text(draw(approveQuestion({ stages }), columns, 60))).toContain(`checks    ${expected}\n`);
});

test("approvalFrame has no row for findings where there are none", () => {
  expect(text(draw(approveQuestion({ findings: [] }), 80, 60))).not.toContain("findings");
});

describe("approvalFrame with the difference to the last draft", () => {
  const previous = CODE.replace("n = 10", "n = 5").replace("    yield { address, total };\n", "");
  const question = approveQuestion({ previous, findings: [] });

  test("shows what was removed and added by sign and tone, with the lines around", () => {
    const rows = draw(question, 100, 40, { view: "diff" });
    const shown = text(rows);
    expect(shown).toContain(
      " 5 │ - export default function* topAddresses(input: Input, { n = 5 }: { n?: number }) {",
    );
    expect(shown).toContain(
      " 5 │ + export default function* topAddresses(input: Input, { n = 10 }: { n?: number }) {",
    );
    expect(shown).toContain("12 │ +     yield { address, total };");
    const toneOf = (part: string) => rows.flat().find((piece) => piece.text.includes(part))?.tone;
    expect([toneOf("n = 5"), toneOf("n = 10"), toneOf("@param")]).toEqual(["bad", "good", "dim"]);
  });

  test.each([40, 80, 200])("passes no edge at %i columns", (columns) => {
    for (const rows of [15, 24, 60]) {
      const frame = draw(question, columns, rows, { view: "diff" });
      expect(frame.length).toBeLessThan(rows);
      for (const row of frame) expect(lineCells(row)).toBeLessThanOrEqual(columns);
      expect(plain(frame.at(-1)!)).toMatch(/^y run/);
    }
  });
});

test.each([
  [40, "y run · s save · n no · e edit · r/d"],
  [80, "y run · s save and run · n no · e edit · r revise · d diff · ↑↓ move · / find"],
  [200, "y run · s save and run · n no · e edit · r revise · d diff"],
])("approvalFrame at %i columns lists the keys that mean something", (columns, expected) => {
  const question = approveQuestion({ previous: "x\n" });
  expect(plain(draw(question, columns, columns > 100 ? 60 : 24).at(-1)!)).toBe(expected);
});

test.each([
  [{ canRevise: false }, "y run · s save and run · n no · e edit"],
  [{ canRevise: false, canEdit: false }, "y run · s save and run · n no"],
  [{ refused: "no" }, "n no · e edit · r revise"],
])("approvalFrame does not list keys that %j takes away", (more, expected) => {
  expect(plain(draw(approveQuestion(more), 80, 60).at(-1)!)).toBe(expected);
});

test("approvalFrame says above the keys what came of the last one, and still shows what it can of the code", () => {
  const notice = "no model is configured: it cannot be revised in words";
  for (const columns of [40, 80, 200]) {
    const [frame, before] = [
      draw(approveQuestion(), columns, 24, { notice }),
      draw(approveQuestion(), columns, 24),
    ];
    expect(frame.length).toBeLessThanOrEqual(23);
    expect(text(frame).replace(/ ?\n/g, " ")).toContain(notice);
    expect(plain(frame.at(-1)!)).toBe(plain(before.at(-1)!));
    expect(plain(frame[0]!)).toBe(plain(before[0]!));
  }
});

test("approvalFrame says first that a draft cannot be approved, and why", () => {
  const refused = "the check refused the draft: 1 finding";
  expect(plain(draw(approveQuestion({ refused }), 80, 40)[0]!)).toBe(`cannot be approved: ${refused}`);
});

test("approvalFrame during a search marks every match and shows where one is", () => {
  const mode = { kind: "matching", query: "total", lines: [5, 8], at: 1 } as const;
  const frame = draw(approveQuestion(), 100, 40, { mode });
  expect(plain(frame.at(-1)!)).toBe('"total" 2 of 2 · n next · N previous · / search · Esc back');
  const marked = frame.flatMap((row) =>
    row.filter(({ tone }) => tone === "standout").map(() => plain(row).slice(0, 2).trim()),
  );
  expect(new Set(marked)).toEqual(new Set(["9"]));
  expect(frame.flat().some(({ text: piece, tone }) => piece === "total" && tone === "strong")).toBe(true);
  expect(plain(draw(approveQuestion(), 40, 15, { mode }).at(-1)!)).toMatch(/n next/);
});

test.each([
  ["words", "change: ten ", "Enter sends it to the model, Esc goes back"],
  ["search", "/ten ", "Enter searches, Esc goes back"],
] as const)("approvalFrame while %s are typed says what Enter does", (what, row, help) => {
  const mode = { kind: "typing", what, field: { text: "ten", cursor: 3 }, problem: null } as const;
  expect(plain(draw(approveQuestion(), 80, 24, { mode }).at(-1)!)).toBe(`${row}   ${help}`);
  expect(plain(draw(approveQuestion(), 40, 24, { mode }).at(-1)!)).toContain("ten");
});

describe("approvalFrame with colours", () => {
  const highlight: Highlight = (code, { from, to }) => {
    asked.push(to - from);
    return [...code.matchAll(/const|\d+/g)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      kind: word === "const" ? "keyword" : "number",
    }));
  };
  const asked: number[] = [];
  const code = Array.from({ length: 300 }, (_, i) => `const line${i} = "${"x".repeat(i % 120)}";`).join("\n");
  const question = approveQuestion({ draft: { ...approveQuestion().draft, code } });

  test.each([
    [40, 15],
    [80, 24],
    [200, 60],
  ])("shows at %ix%i what it shows without, wherever it is scrolled to", (columns, rows) => {
    const size = { columns, rows };
    for (const top of [0, 1, 7, 100, 1e9]) {
      const state = { ...startApproval(question), top };
      expect(text(approvalFrame(state, size, highlight).rows)).toBe(text(approvalFrame(state, size).rows));
    }
  });

  test("asks only for the lines that are shown", () => {
    asked.length = 0;
    approvalFrame({ ...startApproval(question), top: 100 }, { columns: 80, rows: 24 }, highlight);
    expect(Math.max(...asked)).toBeLessThan(24);
  });

  test("tones them", () => {
    const { rows } = approvalFrame(
      { ...startApproval(question), top: 50 },
      { columns: 80, rows: 24 },
      highlight,
    );
    expect(rows.flat().filter(({ tone }) => tone === "keyword").length).toBeGreaterThan(5);
  });
});

test("approvalFrame after an Enter says what every key does, where there is room", () => {
  const asked = approveQuestion({ previous: "x\n" });
  const mode = { kind: "choosing", standOut: true } as const;
  const [wide, narrow, tiny] = [
    draw(asked, 200, 60, { mode }),
    draw(asked, 40, 15, { mode }),
    draw(asked, 10, 3, { mode }),
  ];
  const all = "press y run · s save and run · n no · e edit · r revise · d diff";
  expect(plain(wide.at(-1)!).trim()).toBe(all);
  expect(narrow.slice(-3).map((row) => plain(row).trim())).toEqual([
    "press y run · s save and run · n no",
    "e edit · r revise · d diff",
    "↑↓ move · / find",
  ]);
  for (const row of narrow) expect(lineCells(row)).toBeLessThanOrEqual(40);
  expect(plain(tiny.at(-1)!)).toMatch(/^ y\/s\/n/);
});
