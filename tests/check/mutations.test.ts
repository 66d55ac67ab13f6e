import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { parse } from "../../src/check/parse.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { resolveScopes } from "../../src/check/scopes.ts";
import { nodesOf, type SyntaxNode, textOf } from "../../src/check/syntax-tree.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Mutation = (source: string) => string;

const REFUSING = RULES.filter((rule) => rule.severity === "refuse" && rule.reads !== "text");
// Their examples are about the very text, which a mutation changes.
const refused = REFUSING.flatMap(({ name, refused }) =>
  ["no-unerasable-syntax", "no-foreign-types", "no-misleading-names"].includes(name)
    ? []
    : refused.map((one) => [name, one] as const),
);
const allowed = RULES.flatMap(({ name, allowed }) => allowed.map((one) => [name, one] as const));

const rename: Mutation = (source) => {
  const tree = parse("typescript", source).tree();
  const scopes = resolveScopes(tree);
  const edits: Edit[] = [];
  for (const { node, binding } of scopes.references) {
    if (binding && renames(binding.kind, binding.node)) edits.push(renamed(node, tree.text));
  }
  for (const node of nodesOf(tree, "identifier")) {
    const binding = scopes.declaredBy(node);
    if (binding && renames(binding.kind, node)) edits.push(renamed(node, tree.text));
  }
  return apply(source, edits);
};

function renames(kind: string, node: SyntaxNode): boolean {
  return kind !== "import" && node.type === "identifier" && node.end - node.start !== TOOL_NAME;
}

// `_0x4f2a`: such a name is itself what is refused.
const TOOL_NAME = 7;

function renamed(node: SyntaxNode, text: string): Edit {
  const name = `${text.slice(node.start, node.end)}_`;
  const isShort = node.type === "shorthand_property_identifier";
  return { start: node.start, end: node.end, text: isShort ? `${name.slice(0, -1)}: ${name}` : name };
}

/** Blanks and comments where tokens meet: after commas, semicolons and brackets that are not in a text. */
const respace: Mutation = (source) => {
  const tree = parse("typescript", source).tree();
  // Types are the options' own matter.
  const texts = [...nodesOf(tree, "string", "template_string", "regex", "type_arguments"), ...tree.comments];
  const isText = (at: number) => texts.some((one) => one.start <= at && at < one.end);
  const edits = [...source.matchAll(/[,(]/g)]
    .filter(({ index }) => !isText(index))
    .map(({ index }) => ({ start: index + 1, end: index + 1, text: " /* , */ \n\t" }));
  return apply(source, edits);
};

const strings =
  (write: (value: string) => string | undefined): Mutation =>
  (source) => {
    const tree = parse("typescript", source).tree();
    const edits = nodesOf(tree, "string").flatMap((node) => {
      const plain = /^["']([\w .-]{3,})["']$/.exec(textOf(tree, node))?.[1];
      const isKey = KEYS.has(node.parent?.type ?? "") && node.field !== "value";
      const text = plain === undefined || isKey ? undefined : write(plain);
      return text === undefined ? [] : [{ start: node.start, end: node.end, text }];
    });
    return apply(source, edits);
  };

const KEYS = new Set([
  ...["import_statement", "export_statement", "import_attribute", "pair", "pair_pattern", "literal_type"],
  ...["expression_statement", "module", "import_require_clause", "method_definition"],
]);

function apply(source: string, edits: readonly Edit[]): string {
  const ordered = [...new Map(edits.map((one) => [one.start, one])).values()].sort(
    (a, b) => b.start - a.start,
  );
  return ordered.reduce(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    source,
  );
}

const quoted = (text: string): string => JSON.stringify(text);
const half = (text: string) => Math.floor(text.length / 2);

const SAME_MEANING: readonly (readonly [string, Mutation])[] = [
  ["renaming", rename],
  ["re-spacing", respace],
];

const DISGUISES: readonly (readonly [string, Mutation])[] = [
  ...SAME_MEANING,
  [
    "escaping",
    strings((text) => `"${[...text].map((one) => `\\u{${one.codePointAt(0)!.toString(16)}}`).join("")}"`),
  ],
  [
    "splitting",
    strings((text) => `(${quoted(text.slice(0, half(text)))} + ${quoted(text.slice(half(text)))})`),
  ],
  ["joining", strings((text) => `[${[...text].map(quoted).join()}].join("")`)],
  ["reversing", strings((text) => `[...${quoted([...text].reverse().join(""))}].reverse().join("")`)],
  [
    "numbering",
    strings((text) => `String.fromCharCode(${[...text].map((one) => one.charCodeAt(0)).join()})`),
  ],
  ["encoding", strings((text) => `atob(${quoted(btoa(text))})`)],
  ["a template", strings((text) => `\`\${${quoted(text.slice(0, 1))}}${text.slice(1)}\``)],
  ["a function", strings((text) => `(() => ${quoted(text)})()`)],
  ["a list", strings((text) => `["", ${quoted(text)}][1]`)],
  ["a choice", strings((text) => `(true ? ${quoted(text)} : "")`)],
];

describe.each(DISGUISES)("no refused example becomes accepted by %s", (_, mutate) => {
  test.each(refused)("%s: %j", (_rule, example) => {
    expect(check(mutate(example)).accepted).toBe(false);
  });
});

describe.each(SAME_MEANING)("no allowed example becomes refused by %s", (_, mutate) => {
  test.each(allowed)("%s: %j", (_rule, example) => {
    expect(check(mutate(example)).findings.filter((one) => one.severity === "refuse")).toEqual([]);
  });
});

test("no part of an example makes the check throw, and no rule fails on one", () => {
  const examples = RULES.flatMap((rule) => [...rule.refused.slice(0, 3), ...rule.allowed.slice(0, 2)]);
  for (const [i, example] of examples.entries()) {
    const cut = example.slice(0, (i * 37) % example.length);
    const bytes = Array.from({ length: 40 }, (_, at) =>
      String.fromCharCode((i * 7919 + at * 104_729) % 256),
    ).join("");
    for (const source of [cut, example.slice(cut.length), `${cut}${bytes}`, `${example}\n//${bytes}`]) {
      const failed = check(source).findings.filter((one) => one.message.includes(" failed on this text"));
      expect(failed).toEqual([]);
    }
  }
});

test("every mutation changes some example, so that these tests say something", () => {
  for (const [name, mutate] of DISGUISES) {
    const changed = [...refused, ...allowed].filter(([, one]) => mutate(one) !== one);
    expect([name, changed.length > 20]).toEqual([name, true]);
  }
});
