import type { CheckContext } from "../context.ts";
import { fold } from "../fold.ts";
import { type SlowPattern, slowPattern } from "../patterns/slow-pattern.ts";
import type { Rule } from "../rule.ts";
import { globalName, quote } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode, textOf } from "../syntax-tree.ts";

export const slowPatterns: Rule = {
  name: "slow-patterns",
  severity: "warn",
  summary: "Regular expressions that try the same text in more and more ways before they fail.",
  reason:
    "on such a text it takes far longer than on others; the engine then falls back to a slower way that ends",
  hint: "say what stands between the repetitions, and let alternatives begin with different characters",
  misses:
    "patterns that are put together while the snippet runs; the engine falls back to a way whose time is in proportion to the text",
  refused: [
    "export default (input) => input.lines().filter((line) => /^(a+)+$/.test(line)); // <- here",
    "export default (input) => input.lines().filter((line) => /^(\\w+\\s?)*$/.test(line)); // <- here",
    "export default (input) => input.lines().filter((line) => /^(?:\\w|\\d)+;/.test(line)); // <- here",
    "export default (input) => input.lines().filter((line) => /\\d+\\d+$/.test(line)); // <- here",
    "export default (input) => input.lines().filter((line) => /<.*.*>/.test(line)); // <- here",
    'export default (input) => new RegExp("(x+x+)+y").test(input.text()); // <- here',
    "export default (input) => /(.+,)+x/.test(input.text()); // <- here",
  ],
  allowed: [
    'export default (input) => /^"(?:\\\\.|[^"\\\\])*"$/.test(input.text()) || /^(\\w+,)+$/.test(input.text());',
    "export default (input) => /^\\s*(\\w+)\\s*=\\s*(.*)$/.exec(input.text());",
    "export default (input) => input.text().match(/(\\w+\\s?)+/g);",
    "export default (input) => /^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(?:Z|[+-]\\d{2}:\\d{2})$/.test(input.text());",
    "export default (input, { pattern = 'a' }) => new RegExp(pattern).test(input.text());",
    'export default (input) => /^(\\d+)\\.(\\d+) "([^"]*)" (?:-|\\d+)$/u.test(input.text());',
  ],
  *run(context) {
    let looked = 0;
    for (const { place, source } of patterns(context)) {
      if (!REPEATS.test(source) || ++looked > LOOKED_AT_MOST) continue;
      const slow = slowPattern(source);
      if (!slow) continue;
      const message = `${quote(place, context)} ${WORDS[slow.kind]}: it is slow on ${shown(slow)}`;
      // Its time grows with the square of the text, not without a bound.
      yield { place, message, severity: slow.kind === "adjacent" ? "note" : "warn" };
    }
  },
};

const REPEATS = /[*+}].*[*+}|]|\|.*[*+}]/s;
// More than a program has; a program of nothing else is not worth the time.
const LOOKED_AT_MOST = 200;

const WORDS = {
  nested: "repeats a repetition",
  overlapping: "repeats alternatives that match the same",
  adjacent: "repeats the same characters twice in a row",
} as const;

function shown({ kind, input }: SlowPattern): string {
  const start = input.start === "" ? "" : `${JSON.stringify(input.start)} + `;
  const times = kind === "adjacent" ? 50_000 : 30;
  return `\`${start}${JSON.stringify(input.repeated)}.repeat(${times}) + ${JSON.stringify(input.end)}\``;
}

interface Written {
  readonly place: SyntaxNode;
  readonly source: string;
}

function* patterns(context: CheckContext): Generator<Written> {
  for (const place of nodesOf(context.tree, "regex")) {
    const text = textOf(context.tree, place);
    yield { place, source: text.slice(1, text.lastIndexOf("/")) };
  }
  for (const place of nodesOf(context.tree, "new_expression", "call_expression")) {
    const callee = child(place, "constructor") ?? child(place, "function");
    if (!callee || globalName(callee, context) !== "RegExp") continue;
    const [first] = child(place, "arguments")?.children ?? [];
    const source = first && fold(first, context);
    if (typeof source === "string") yield { place, source };
  }
}
