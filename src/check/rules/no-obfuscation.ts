// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are the examples' own
import type { CheckContext } from "../context.ts";
import { fold } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode, textOf, unwrap } from "../syntax-tree.ts";

const BLOB = "QWxhZGRpbjpvcGVuIHNlc2FtZQ".repeat(12);

export const noObfuscation: Rule = {
  name: "no-obfuscation",
  severity: "refuse",
  summary:
    "Names of what is refused put together from pieces, long encoded texts, letters written as escapes, names and arithmetic that only tools write.",
  reason: "code that cannot be read cannot be approved",
  hint: "write the text, the name or the number itself",
  misses:
    "short encodings, and ciphers that are the snippet's own and take their key from the input; no rule can tell them from honest code",
  refused: [
    'export default (input) => input.text().includes("__pro" + "to__"); // <- here',
    'export default (input) => [..."rotcurtsnoc"].reverse().join(""); // <- here',
    "const name = `${'global'}This`; // <- here\nexport default () => name;",
    "export default () => [101, 118, 97, 108].map((c) => String.fromCharCode(c)).join(''); // <- here",
    `const blob = "${BLOB}"; // <- here\nexport default () => blob.length;`,
    'export default () => "\\x66\\x65\\x74\\x63\\x68"; // <- here',
    "export default () => `\\u{66}\\u{65}\\u0074ch`; // <- here",
    "const _0x4f2a = 1, _0x1b3c = 2, _0x77aa = 3; // <- here\nexport default () => _0x4f2a + _0x1b3c + _0x77aa;",
    "export default () => (![] + [])[+!+[]]; // <- here",
    "export default () => [] + {}; // <- here",
  ],
  allowed: [
    "export default (input) => input.records().filter((row) => row.kind === `constructor` || row.kind === 'eval');",
    'export default (input) => "a" + "b" + ["c", "d"].join("-") + [..."level"].reverse().join("");',
    "export default () => Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)).join('');",
    'const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";\nexport default () => digits.length;',
    `const strand = "${"ACGTTGCA".repeat(40)}", number = "${"7316717653".repeat(30)}";\nexport default () => strand + number;`,
    'export default (line: string) => line.replace(/[\\u0041-\\u005a\\x61]/g, "\\u00e9\\u00e8\\u00ea\\u001b[0m");',
    "export default (input) => { const all = []; if (!all.length) all.push(+input.text() + 0); return [...all, []]; };",
  ],
  *run(context) {
    yield* assembledNames(context);
    yield* blobsAndEscapes(context);
    yield* toolNames(context);
    yield* emptyArithmetic(context);
  },
};

// What no honest program has to put together.
const REFUSED =
  /^(?:constructor|__proto__|globalThis|prepareStackTrace|(?:Async)?(?:Generator)?Function|eval|Deno|process|child_process)$|\breturn (?:this|process|globalThis)\b|\b(?:import|require|eval)\(/;

function* assembledNames(context: CheckContext): Generator<Report> {
  const nodes = nodesOf(context.tree, "binary_expression", "template_string", "call_expression");
  for (const node of nodes) {
    if (node.type === "template_string" && !node.children.some(isFilledIn)) continue;
    if (node.type === "call_expression" && !MAKERS.has(calledName(node, context))) continue;
    const value = fold(node, context);
    if (typeof value !== "string") continue;
    if (REFUSED.test(value)) {
      yield { place: node, message: `${quote(node, context)} is ${JSON.stringify(value)}, in pieces` };
    } else if (value.length >= BLOB_LEAST && isEncoded(value)) {
      yield { place: node, message: `${quote(node, context)} is ${value.length} characters of encoded text` };
    } else yield* decodedText(node, value, context);
  }
}

function isFilledIn(part: SyntaxNode): boolean {
  return part.type === "template_substitution";
}

function* decodedText(node: SyntaxNode, value: string, context: CheckContext): Generator<Report> {
  if (value.length < DECODED_LEAST || node.type !== "call_expression") return;
  if (!DECODING.test(textOf(context.tree, node))) return;
  const shown = JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  const severity = value.length < HIDDEN_LEAST ? "warn" : "refuse";
  yield { place: node, message: `${quote(node, context)} is the text ${shown}, encoded`, severity };
}

const DECODED_LEAST = 8;
const HIDDEN_LEAST = 64;
const DECODERS = ["atob", "fromCharCode", "fromCodePoint", "decode", "decodeURIComponent", "decodeURI"];
const DECODING = new RegExp(DECODERS.join("|"));
const MAKERS = new Set([
  ...DECODERS,
  ...["join", "concat", "replace", "replaceAll", "slice", "substring", "substr", "reduce", "padEnd"],
  ...["padStart", "toLowerCase", "toUpperCase", "apply", "call", "toString", "trim", "raw", "repeat"],
]);

function calledName(call: SyntaxNode, { tree }: CheckContext): string {
  const callee = unwrap(child(call, "function") ?? call);
  return textOf(tree, child(callee, "property") ?? callee);
}

const BLOB_LEAST = 256;
// One letter or digit, by its number.
const LETTER_ESCAPE = /\\(?:x|u00|u\{0*)(?:3[0-9]|[46][1-9a-f]|[57][0-9a])(?:\}|(?![0-9a-f]{2}))/gi;
const ESCAPES_LEAST = 3;

function* blobsAndEscapes(context: CheckContext): Generator<Report> {
  for (const node of nodesOf(context.tree, "string", "template_string")) {
    const length = node.end - node.start;
    if (length < 12) continue;
    const text = textOf(context.tree, node);
    if (text.includes("\\") && (text.match(LETTER_ESCAPE)?.length ?? 0) >= ESCAPES_LEAST) {
      yield { place: node, message: `${quote(node, context)} has letters that are written as escapes` };
    } else if (length >= BLOB_LEAST && isEncoded(text.slice(1, -1))) {
      yield { place: node, message: `${quote(node, context)} is ${length} characters of encoded text` };
    }
  }
}

/** Base64 or hexadecimal: without a space, and with letters and digits mixed as no word or number mixes them. */
function isEncoded(text: string): boolean {
  if (!/^[\w+/=-]+$/.test(text) || !/\d/.test(text)) return false;
  return /^[0-9a-f]+$/i.test(text) ? /[a-f]/i.test(text) : /[a-z]/.test(text) && /[A-Z]/.test(text);
}

const TOOL_NAMES_LEAST = 3;

function* toolNames({ scopes }: CheckContext): Generator<Report> {
  const names = scopes.references.filter(({ name }) => /^_0x[0-9a-f]+$/i.test(name));
  if (new Set(names.map((one) => one.name)).size < TOOL_NAMES_LEAST) return;
  const first = names.reduce((a, b) => (declared(a) < declared(b) ? a : b));
  const place = first.binding?.node ?? first.node;
  yield { place, message: "the names were made by a tool, so that nobody can read them" };
}

function declared({ binding, node }: CheckContext["scopes"]["references"][number]): number {
  return binding?.node.start ?? node.start;
}

function* emptyArithmetic(context: CheckContext): Generator<Report> {
  for (const node of nodesOf(context.tree, "array", "object")) {
    if (node.children.length > 0) continue;
    let outer: SyntaxNode = node;
    while (outer.parent && isArithmetic(outer.parent)) outer = outer.parent;
    if (outer === node || unwrap(outer) === node) continue;
    yield { place: outer, message: `${quote(outer, context)} calculates with an empty list or object` };
  }
}

function isArithmetic(node: SyntaxNode): boolean {
  if (node.type === "parenthesized_expression") return true;
  if (node.type === "unary_expression") return !node.tokens.includes("typeof");
  return node.type === "binary_expression" && node.tokens.includes("+");
}
