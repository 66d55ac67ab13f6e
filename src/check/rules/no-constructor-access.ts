import { candidates } from "../candidates.ts";
import type { CheckContext } from "../context.ts";
import { fold, keyName, memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { isGlobal, quote } from "../shared-objects.ts";
import { child, nodesOf, outward, type SyntaxNode, unwrap } from "../syntax-tree.ts";

export const noConstructorAccess: Rule = {
  name: "no-constructor-access",
  severity: "refuse",
  summary: "The `constructor` of a value, however its name is put together.",
  reason: "from any function it leads to the maker of code out of text",
  hint: 'compare with `instanceof`, or name the class itself; for a field of that name, `new Map(Object.entries(row)).get("constructor")`',
  misses:
    "a key that is read from the input, kept in a class or a table, or put together in a loop; no-disguised-keys guards what it could do harm on, and the engine makes no code of text",
  refused: [
    'export default () => (() => {}).constructor("return 1")(); // <- here',
    'export default () => [].map["constructor"]("return 1")(); // <- here',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the example's own
    'const key = "con" + `struc${"tor"}`;\nexport default () => ((x) => x)[key]("return 1")(); // <- here',
    'export default () => (() => {})["rotcurtsnoc".split("").reverse().join("")]("return 1"); // <- here',
    'export default () => { let key = "constructor"; return (() => {})[key]("return 1"); }; // <- here',
    'const keys = { a: "constructor" };\nexport default () => (() => {})[keys.a]("return 1"); // <- here',
    'const { constructor: Make } = () => {}; // <- here\nexport default () => Make("return 1")();',
    "export default () => (() => {}).constructor`return 1`; // <- here",
    "export default () => { try { null(); } catch (error) { return error.constructor; } }; // <- here",
    'export default () => Object.getOwnPropertyDescriptor(async () => {}, "constructor"); // <- here',
    'export default () => (() => {})[["constructor"]]("return 1"); // <- here',
    'const get = (from, key) => from[key]; // <- here\nexport default () => get(() => {}, "constructor")("return 1");',
    'export default (input) => { let key = "con"; key += "structor"; return input[key][key]("return 1"); }; // <- here',
    'const parts = ["con"];\nparts.push("structor");\nexport default (input) => input[parts.join("")]; // <- here',
    'export default (input) => ((key = "constructor") => input[key])(); // <- here',
    'export default () => ["map", "constructor"].reduce((from, key) => from[key], []); // <- here',
    'export default (input) => { for (const key of ["length", "constructor"]) input[key]; }; // <- here',
    'export default (input) => input[input ? "constructor" : "length"]; // <- here',
    "const name = (i) => ['a', 'constructor'][i - 2];\nexport default (input) => input.text[name(3)]; // <- here",
  ],
  allowed: [
    "class Row {\n  constructor(n) { this.n = n; }\n}\nexport default () => new Row(1).n;",
    "export default (input) => input.constructor.name;",
    'export default (input) => input.records().map((row) => new Map(Object.entries(row)).get("constructor"));',
    'export default (input) => input.records().map((row) => ["a", "b"].map((key) => row[key]));',
    "export default (input) => input.constructor === Object;",
    'export default (input) => input.lines().filter((line) => line.includes("constructor"));',
    'export default (input) => input.records().map((row) => Object.keys(row).filter((key) => key !== "constructor" && row[key]));',
    'export default (input) => { const key = "status"; return input.records().map((row) => row[key]); };',
  ],
  *run(context) {
    for (const node of nodesOf(context.tree, "member_expression", "subscript_expression")) {
      if (mayBeConstructor(node, context) && !isHarmless(node, context)) {
        yield { place: node, message: `${quote(node, context)} reads the constructor of a value` };
      }
    }
    for (const pattern of nodesOf(context.tree, "object_pattern")) yield* fromPattern(pattern, context);
    for (const call of nodesOf(context.tree, "call_expression")) yield* fromDescriptor(call, context);
  },
};

function mayBeConstructor(node: SyntaxNode, context: CheckContext): boolean {
  const name = memberName(node, context);
  if (name !== undefined) return name === "constructor";
  const index = child(node, "index");
  return index !== undefined && candidates(index, context).some((one) => String(one) === "constructor");
}

/** Its name, or a comparison with it, gives nothing away. */
function isHarmless(node: SyntaxNode, context: CheckContext): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "binary_expression") return parent.tokens.some((token) => /^[!=]==?$/.test(token));
  return (
    parent?.type === "member_expression" && held.field === "object" && memberName(parent, context) === "name"
  );
}

function* fromPattern(pattern: SyntaxNode, context: CheckContext): Generator<Report> {
  for (const entry of pattern.children) {
    const key = child(entry, "key") ?? child(entry, "left") ?? entry;
    if (entry.type === "rest_pattern" || keyName(key, context) !== "constructor") continue;
    yield { place: entry, message: "the pattern takes the constructor of a value" };
  }
}

function* fromDescriptor(call: SyntaxNode, context: CheckContext): Generator<Report> {
  const callee = unwrap(child(call, "function") ?? call);
  const object = child(callee, "object");
  if (!object || !isGlobal(object, "Object", context)) return;
  for (const argument of child(call, "arguments")?.children ?? []) {
    if (fold(argument, context) === "constructor" && memberName(callee, context) !== "hasOwn") {
      yield { place: call, message: `${quote(call, context)} reads the constructor of a value` };
    }
  }
}
