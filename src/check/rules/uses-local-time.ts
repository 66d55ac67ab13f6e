import type { CheckContext } from "../context.ts";
import { memberName } from "../fold.ts";
import type { Rule } from "../rule.ts";
import { isMemberOf, quote } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode, textOf, unwrap } from "../syntax-tree.ts";

export const usesLocalTime: Rule = {
  name: "uses-local-time",
  severity: "note",
  summary: "Dates and numbers read or written by the time zone or the language of the machine.",
  reason:
    "in a run the zone is UTC and the language en-US, so that runs repeat: it may not be what you expect",
  hint: "use the UTC methods (`getUTCHours`), or name the zone and the language",
  misses: "methods whose receiver cannot be told from a snippet's own",
  refused: [
    "export default () => new Date(0).getHours(); // <- here",
    "export default () => new Date(0).toLocaleString(); // <- here",
    "export default () => new Date(2024, 0, 31).toISOString(); // <- here",
    "export default () => new Intl.DateTimeFormat().format(0); // <- here",
    "export default () => (1234.5).toLocaleString(); // <- here",
  ],
  allowed: [
    'export default () => [new Date(0).getUTCHours(), new Date(0).toISOString(), new Date("2024-01-31")];',
    'export default () => (1234.5).toLocaleString("de-DE") + new Date(0).toLocaleString("en", { timeZone: "Asia/Tokyo" });',
    'export default () => new Intl.NumberFormat("en").format(1);',
    "export default (input) => input.records().map((row) => row.getHours);",
  ],
  *run(context) {
    for (const call of nodesOf(context.tree, "call_expression")) {
      const callee = unwrap(child(call, "function") ?? call);
      if (callee.type === "member_expression" && isLocal(callee, call, context)) {
        yield {
          place: callee,
          message: `${quote(callee, context)} goes by local time or language, here UTC and en-US`,
        };
      }
    }
    for (const node of nodesOf(context.tree, "new_expression")) {
      if (!isLocalDate(node, context)) continue;
      yield {
        place: node,
        message: `${quote(node, context)} goes by local time or language, here UTC and en-US`,
      };
    }
  },
};

const LOCAL =
  /^(?:[gs]et(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds)|getTimezoneOffset|toLocale(?:Date|Time)?String)$/;

function isLocal(callee: SyntaxNode, call: SyntaxNode, context: CheckContext): boolean {
  const name = memberName(callee, context);
  if (name === undefined || !LOCAL.test(name)) return false;
  return !name.startsWith("toLocale") || given(call) === 0;
}

function isLocalDate(node: SyntaxNode, context: CheckContext): boolean {
  const made = child(node, "constructor");
  if (!made) return false;
  const isDate = context.scopes.of(made)?.binding === null && textOf(context.tree, made) === "Date";
  if (isDate) return given(node) > 1;
  return isMemberOf(made, "Intl", "DateTimeFormat", context) && given(node) < 2;
}

function given(call: SyntaxNode): number {
  return child(call, "arguments")?.children.length ?? 0;
}
