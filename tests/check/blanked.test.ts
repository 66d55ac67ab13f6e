import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blankedPieces } from "../../src/check/blanked-pieces.ts";
import { parse } from "../../src/check/parse.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { stripTypes } from "../../src/check/strip-types.ts";
import type { SyntaxNode, SyntaxTree } from "../../src/check/syntax-tree.ts";

/** A line for each node: what rules can see of it. */
function linesOf(tree: SyntaxTree): readonly string[] {
  const lines: string[] = [];
  const visit = (node: SyntaxNode) => {
    lines.push([node.type, node.field, node.start, node.end, ...node.tokens].join(" "));
    node.children.forEach(visit);
  };
  visit(tree.root);
  const comments = tree.comments.map(({ start, end }) => `comment ${start} ${end}`);
  const lists = [...tree.nodes].map(([type, list]) => `${type}: ${list.map((one) => one.start)}`);
  return [...lines, ...comments, ...lists.sort()];
}

/** The tree by way of TypeScript's grammar, and by JavaScript's own; null where the first cannot be told. */
function bothWays(source: string): { readonly brought: SyntaxTree | null; readonly own: SyntaxTree } | null {
  const typescript = parse("typescript", source);
  const stripped = typescript.hasError ? null : stripTypes(source);
  if (stripped?.kind !== "javascript") return null;
  const again = typescript.blanked(stripped.text);
  const own = parse("javascript", stripped.text);
  const brought = again.hasError ? null : again.javascriptTree();
  return brought || !own.hasError ? { brought, own: own.tree() } : null;
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.m?[jt]s$/.test(one.name))
    .map((one) => `${one.parentPath}/${one.name}`);
}

const root = new URL("../../", import.meta.url);
const FOLDERS = ["snippets/", "src/check/", "node_modules/yaml/dist/"];
const files = FOLDERS.flatMap((folder) => filesIn(new URL(folder, root)));
const texts = [
  ...RULES.flatMap(({ refused, allowed }) => [...refused, ...allowed]),
  ...files.map((path) => readFileSync(path, "utf8")),
];

test("the tree of what runs is the one of JavaScript's own grammar, also where TypeScript's was brought up to date", () => {
  let compared = 0;
  for (const text of texts) {
    const both = bothWays(text);
    if (!both?.brought) continue;
    compared++;
    expect(linesOf(both.brought), text).toEqual(linesOf(both.own));
  }
  expect(compared).toBeGreaterThan(texts.length / 2);
});

describe("where the grammars differ, JavaScript's own is asked", () => {
  test.each([
    ["a class", "class A extends B { a = 1; }"],
    ["an optional call", "f?.(1);"],
    ["a field called declare", "x = class { declare\n a };"],
    ["comparisons that look like type arguments", "f(a < b, c > (d));"],
  ])("%s", (_, source) => {
    const text = parse("typescript", source);
    expect(text.hasError ? null : text.javascriptTree()).toBeNull();
    expect(parse("javascript", source).hasError).toBe(false);
  });
});

test("a blanked piece ends with its line and takes the blanks between words with it", () => {
  const pieces = blankedPieces("f(a: A | B,\n  c: C) ", "f(a       ,\n  c   ) ");
  expect(pieces.map(({ startIndex, newEndIndex }) => [startIndex, newEndIndex])).toEqual([
    [3, 10],
    [15, 18],
  ]);
  expect(pieces[1]?.startPosition).toEqual({ row: 1, column: 3 });
  expect(pieces[1]?.newEndPosition).toEqual({ row: 1, column: 6 });
});
