import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Grammar, nativeGrammar, parse } from "../../src/check/parse.ts";
import { RULES } from "../../src/check/rules/index.ts";
import type { SyntaxNode } from "../../src/check/syntax-tree.ts";

type Line = readonly [type: string, start: number, end: number];

function linesOfCopy(node: SyntaxNode): readonly Line[] {
  return [[node.type, node.start, node.end], ...node.children.flatMap(linesOfCopy)];
}

/** What the parser says of the same nodes, each asked for itself. */
function linesOfParser(grammar: Grammar, text: string, leaves: ReadonlySet<number>): readonly Line[] {
  const cursor = nativeGrammar(grammar).parser.parse(text).walk();
  const lines: Line[] = [];
  const visit = () => {
    if (!cursor.nodeIsNamed || cursor.nodeType === "comment") return;
    const isLeaf = leaves.has(lines.length);
    lines.push([cursor.nodeType, cursor.startIndex, cursor.endIndex]);
    if (isLeaf || !cursor.gotoFirstChild()) return;
    do visit();
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit();
  return lines;
}

/** The copy's nodes without children, whose inside it may have left out, by their place in the list. */
function leavesOf(root: SyntaxNode): ReadonlySet<number> {
  const leaves = new Set<number>();
  let place = 0;
  const visit = (node: SyntaxNode) => {
    if (node.children.length === 0) leaves.add(place);
    place++;
    node.children.forEach(visit);
  };
  visit(root);
  return leaves;
}

const folder = new URL("../../src/check/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const texts = [
  ...RULES.flatMap(({ refused, allowed }) => [...refused, ...allowed]),
  ...files.map((name) => readFileSync(new URL(name, folder), "utf8")),
];

test.each(["typescript", "javascript"] as const)(
  "a copy begins and ends each node where the %s parser does",
  (grammar) => {
    let compared = 0;
    for (const text of texts) {
      const parsed = parse(grammar, text);
      if (parsed.hasError) continue;
      const { root } = parsed.tree();
      compared++;
      expect(linesOfCopy(root), text).toEqual(linesOfParser(grammar, text, leavesOf(root)));
    }
    expect(compared).toBeGreaterThan(100);
  },
);

test("a copy without bodies and unopened statements has no node of them", () => {
  const parsed = parse("typescript", "const a = [1];\nexport function f() {\n  return [2];\n}\n");
  const skip = new Set(["statement_block"]);
  const { root, nodes } = parsed.tree({ skip, opens: (type) => type === "export_statement" });
  expect(root.children.map((one) => [one.type, one.children.length])).toEqual([
    ["lexical_declaration", 0],
    ["export_statement", 1],
  ]);
  expect([nodes.has("array"), nodes.has("function_declaration")]).toEqual([false, true]);
});
