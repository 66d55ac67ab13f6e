import { type AllowedGlobal, allowedGlobal, isAllowedMember } from "../allowed-globals.ts";
import type { CheckContext } from "../context.ts";
import { keyName, memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { globalName, isLooseUse } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode } from "../syntax-tree.ts";

export const noUnknownMembers: Rule = {
  name: "no-unknown-members",
  severity: "refuse",
  summary: "Members of allowed globals that are not on the list of what may be used of them.",
  reason: "of each global, only what is known to work on data alone is in reach",
  misses: "members of values that an allowed function returns",
  refused: [
    "export default () => Object.setPrototypeOf({}, null); // <- here",
    "export default () => Object.getOwnPropertyDescriptors(class {}); // <- here",
    'export default () => Object["getOwnProperty" + "Descriptor"]({}, "a"); // <- here',
    "export default (input) => Object[input.text()]({}); // <- here",
    "const O = Object; // an alias is the same\nexport default () => O.setPrototypeOf({}, null); // <- here",
    "const { setPrototypeOf } = Object; // <- here\nexport default () => setPrototypeOf({}, null);",
    "const { keys, ...others } = Object; // <- here\nexport default () => others;",
    "export default () => [Object][0]; // <- here",
    "const use = (o) => o.keys({});\nexport default () => use(Object); // <- here",
    'export default () => Symbol.for("nodejs.util.inspect.custom"); // <- here',
    "class List extends Array {\n  static get [Symbol.species]() { return Array; } // <- here\n}\nexport default () => new List();",
    "export default () => Error.prepareStackTrace; // <- here",
    "export default (input) => URL.createObjectURL(input); // <- here",
    "export default (input) => Array[input.text()](1); // <- here",
    "let made;\n({ setPrototypeOf: made } = Object); // <- here\nexport default () => made;",
  ],
  allowed: [
    "export default () => Object.entries({ a: 1 }).map(([key, value]) => Object.freeze({ key, value }));",
    "const { keys, values: all } = Object;\nexport default () => [keys({}), all({})];",
    "export default (x) => Object(x) === x && x instanceof Object && new Object();",
    'export default () => ["1", ""].map(Number).filter(Boolean).map(String);',
    'export default (input, { by = "floor" }: { by?: "floor" | "ceil" }) => by === "floor" ? Math.floor(1.5) : Math.ceil(1.5);',
    'export default (input, { level = "log" }) => console[level as "log"]("a");',
    'class Row { *[Symbol.iterator]() { yield 1; } get [Symbol.toStringTag]() { return "Row"; } }\nexport default () => [...new Row()];',
    'class Wrong extends Error { constructor(m) { super(m); Error.captureStackTrace?.(this, Wrong); } }\nexport default () => { throw new Wrong("a"); };',
    "export default () => Math.max.apply(null, [1, 2]) + Array.prototype.slice.call([1], 0).length;",
    "export default (x) => { const Object = { any: (n) => n }; return Object.any(x); };",
  ],
  *run(context) {
    for (const node of nodesOf(context.tree, "member_expression", "subscript_expression")) {
      const global = rowOf(child(node, "object"), context);
      if (global) yield* judge(global, memberName(node, context), node);
    }
    for (const pattern of nodesOf(context.tree, "object_pattern")) yield* judgePattern(pattern, context);
    for (const { name, node, binding } of context.scopes.references) {
      if (binding || name !== "Object" || !isLooseUse(node, context)) continue;
      yield {
        place: node,
        message: "`Object` is handed on, where its members can be reached by any name",
        hint: "hand on a function: `(value) => Object.keys(value)`",
      };
    }
  },
};

interface Global {
  readonly name: string;
  readonly row: AllowedGlobal;
}

function rowOf(object: SyntaxNode | undefined, context: CheckContext): Global | undefined {
  const name = object && globalName(object, context);
  const row = name === undefined ? undefined : allowedGlobal(name);
  return name !== undefined && row ? { name, row } : undefined;
}

function* judge({ name, row }: Global, member: string | undefined, place: SyntaxNode): Generator<Report> {
  if (member === undefined) {
    if (row.kind === "namespace") return;
    const message = `which member of \`${name}\` this is cannot be seen before it runs`;
    yield { place, message, hint: "name the member; for a choice, write an object of functions" };
    return;
  }
  if (isAllowedMember(row, member) || ELSEWHERE.has(member)) return;
  const why = Object.hasOwn(row.refused ?? {}, member) ? row.refused?.[member] : undefined;
  const hint = why?.hint ?? `of \`${name}\` there is ${row.members.join(", ") || "nothing but calling it"}`;
  yield { place, message: `\`${name}.${member}\` is not in reach of a snippet`, ...why, hint };
}

// Other rules speak about these.
const ELSEWHERE = new Set(["constructor", "__proto__", "__defineGetter__", "__defineSetter__"]);

function* judgePattern(pattern: SyntaxNode, context: CheckContext): Generator<Report> {
  const { parent } = pattern;
  const from = parent && (child(parent, "value") ?? child(parent, "right"));
  const global = from && from !== pattern ? rowOf(from, context) : undefined;
  if (!global) return;
  for (const entry of pattern.children) {
    const key = child(entry, "key") ?? child(entry, "left") ?? entry;
    yield* judge(global, entry.type === "rest_pattern" ? undefined : keyName(key, context), entry);
  }
}
