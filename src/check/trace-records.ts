import { parameterPatterns } from "./default-function.ts";
import { keyName, memberName } from "./fold.ts";
import { ownFunction } from "./fold-functions.ts";
import { argumentsBefore, argumentsOf, isRest, type MemberUse, memberUse } from "./member-use.ts";
import { readsKey } from "./record-keys.ts";
import { HELPERS, METHODS, type RecordHelper } from "./record-methods.ts";
import { type Found, follow, lose, newTrace, type Role, short, type Trace } from "./record-trace.ts";
import { child, outward, type SyntaxNode, textOf } from "./syntax-tree.ts";

/** Follow the input from the parameter it comes in by. */
export function traceInput(
  parameter: SyntaxNode,
  sources: Pick<Trace, "tree" | "scopes" | "optionNames">,
): Found {
  const trace = newTrace(sources);
  taken(trace, parameter, "input");
  for (const { binding, role } of trace.waiting) {
    for (const { node } of trace.scopes.referencesTo(binding)) USES[role](trace, node);
  }
  return trace;
}

const USES: Readonly<Record<Role, (trace: Trace, node: SyntaxNode) => void>> = {
  input: ofInput,
  inputs: ofInputs,
  records: ofRecords,
  record: ofRecord,
};

const NO_MEMBER: { readonly [name in keyof MemberUse]?: undefined } = {};

const OTHER_WAYS: ReadonlySet<string | undefined> = new Set(["lines", "text", "bytes", "json", "name"]);

/** A pattern takes something of a role. */
function taken(trace: Trace, pattern: SyntaxNode, role: Role): void {
  if (pattern.type === "assignment_pattern") {
    const target = child(pattern, "left");
    if (target) taken(trace, target, role);
  } else if (pattern.type === "identifier") follow(trace, pattern, role);
  else if (pattern.type === "array_pattern" && role === "inputs") ofElements(trace, pattern, "input");
  else if (pattern.type === "array_pattern" && role === "records") ofElements(trace, pattern, "record");
  else if (pattern.type === "object_pattern" && role === "record") {
    for (const one of pattern.children) takenField(trace, one);
  } else lose(trace, pattern, `\`${short(trace, pattern)}\` takes it apart`);
}

function ofElements(trace: Trace, pattern: SyntaxNode, role: Role): void {
  for (const one of pattern.children) taken(trace, one, role);
}

function takenField(trace: Trace, entry: SyntaxNode): void {
  const key = child(entry, "key") ?? child(entry, "left") ?? entry;
  const name = entry.type === "rest_pattern" ? undefined : keyName(key, trace);
  if (name === undefined) lose(trace, entry, `\`${short(trace, entry)}\` may take any field`);
  else trace.fields.add(name);
}

function ofInput(trace: Trace, node: SyntaxNode): void {
  const { access, call, name } = memberUse(node, trace) ?? NO_MEMBER;
  if (!access) handedOver(trace, node, "input");
  else if (name === "files") ofInputs(trace, access);
  else if (name !== "records") {
    if (!OTHER_WAYS.has(name)) lose(trace, access, `\`${short(trace, access)}\` may read anything`);
  } else if (!call) lose(trace, access, "`records` is not called where it is named");
  else if (argumentsOf(call).length > 0) trace.isAsked = true;
  else {
    trace.recordsRead = true;
    ofRecords(trace, call);
  }
}

function ofInputs(trace: Trace, node: SyntaxNode): void {
  const { access, call, name } = memberUse(node, trace) ?? NO_MEMBER;
  if (!access) handedOver(trace, node, "inputs");
  else if (call && METHODS.get(name ?? "")?.result === "other") callback(trace, call, [0], "input");
  else if (access.type === "subscript_expression" && !call) ofInput(trace, access);
  else if (name !== "length") lose(trace, access, `\`${short(trace, access)}\` may read anything`);
}

function ofRecords(trace: Trace, node: SyntaxNode): void {
  const { access, call, name } = memberUse(node, trace) ?? NO_MEMBER;
  const method = METHODS.get(name ?? "");
  if (!access) handedOver(trace, node, "records");
  else if (!call && name === "length") return;
  else if (!call || !method || argumentsOf(call).length < (method.argumentsLeast ?? 0))
    lose(trace, access, `\`${short(trace, access)}\` may read any field`);
  else {
    if (method.records) callback(trace, call, method.records, "record");
    if (method.result === "records") ofRecords(trace, call);
    if (method.result === "record") ofRecord(trace, call);
  }
}

/** A function that is called with something of a role at some places, by a method of a list. */
function callback(trace: Trace, call: SyntaxNode, places: readonly number[], role: Role): void {
  const [first] = argumentsOf(call);
  const callee = first && ownFunction(first, trace.scopes);
  const patterns = callee ? parameterPatterns(callee) : [];
  // The last parameter is the list itself.
  const takesAll = patterns.length > places.at(-1)! + 2 || patterns.some(isRest);
  if (!callee || takesAll) lose(trace, call, `\`${short(trace, call)}\` may read any field`);
  else for (const place of places) if (patterns[place]) taken(trace, patterns[place], role);
}

function ofRecord(trace: Trace, node: SyntaxNode): void {
  const { access, call } = memberUse(node, trace) ?? NO_MEMBER;
  if (!access) handedOver(trace, node, "record");
  else if (call) lose(trace, access, `\`${short(trace, access)}\` is called`);
  else readBy(trace, access, node);
}

function readBy(trace: Trace, access: SyntaxNode, record: SyntaxNode): void {
  const name = memberName(access, trace);
  const index = child(access, "index");
  if (name !== undefined) trace.fields.add(name);
  else if (!index || !readsKey(index, trace))
    lose(trace, access, `\`${short(trace, record)}\` is read by a key that is computed`);
}

/** Something of a role stands where it is not asked for a member. */
function handedOver(trace: Trace, node: SyntaxNode, role: Role): void {
  const { parent, held } = outward(node);
  if (!parent || parent.type === "expression_statement") return;
  if (parent.type === "variable_declarator" && held.field === "value")
    taken(trace, child(parent, "name")!, role);
  else if (parent.type === "for_in_statement" && held.field === "right") ofLoop(trace, parent, role);
  else if (parent.type === "spread_element" && parent.parent?.type === "array" && role === "records")
    ofRecords(trace, parent.parent);
  else if (parent.type === "arguments") ofArgument(trace, parent, held, role);
  else if (role !== "record" || !isOnlyTested(trace, parent, held))
    lose(trace, node, `\`${short(trace, node)}\` is handed on whole`);
}

function ofLoop(trace: Trace, loop: SyntaxNode, role: Role): void {
  const left = child(loop, "left");
  const declares = loop.tokens.some((token) => token === "const" || token === "let" || token === "var");
  const isOf = loop.tokens.includes("of") && !loop.tokens.includes("await");
  if (!left || !declares || !isOf || role === "record" || role === "input")
    lose(trace, loop, "a loop takes it as it is not meant");
  else taken(trace, left, role === "inputs" ? "input" : "record");
}

function ofArgument(trace: Trace, list: SyntaxNode, held: SyntaxNode, role: Role): void {
  const call = list.parent!;
  const place = list.children.indexOf(held);
  const callee = call.type === "call_expression" ? child(call, "function") : undefined;
  const helper = callee && role === "records" && place === 0 ? helperNamed(trace, callee) : undefined;
  if (helper && ofHelper(trace, call, helper)) return;
  const own = callee && ownFunction(callee, trace.scopes);
  const known = callee && textOf(trace.tree, callee);
  const isGlobal = callee?.type === "member_expression" && isGlobalObject(trace, callee);
  if (own && argumentsBefore(call, place)) {
    const patterns = parameterPatterns(own);
    const pattern = patterns[place];
    if (pattern) taken(trace, pattern, role);
    else if (patterns.some(isRest)) lose(trace, held, `\`${short(trace, held)}\` is handed on whole`);
  } else if (isGlobal && known === "Array.from" && role === "records" && list.children.length === 1)
    ofRecords(trace, call);
  else if (isGlobal && known === "Object.hasOwn" && role === "record" && place === 0) {
    const key = list.children[1];
    if (!key || !readsKey(key, trace))
      lose(trace, call, `\`${short(trace, held)}\` is asked for a field that is computed`);
  } else lose(trace, held, `\`${short(trace, held)}\` is handed on whole`);
}

/** What a name that is imported from "writ" stands for: no other module can be imported from. */
function helperNamed(trace: Trace, callee: SyntaxNode): RecordHelper | undefined {
  const binding = trace.scopes.of(callee)?.binding;
  if (binding?.kind !== "import") return undefined;
  const imported = child(binding.declaration, "name");
  return imported && HELPERS.get(textOf(trace.tree, imported));
}

/** Follow records through a helper; false where it may look at any field. */
function ofHelper(
  trace: Trace,
  call: SyntaxNode,
  { keysFrom, keysLeast, keysMost, result }: RecordHelper,
): boolean {
  const all = argumentsOf(call);
  const keys = all.slice(keysFrom, keysFrom + keysMost);
  if (
    keys.length < keysLeast ||
    all.some((one) => one.type === "spread_element") ||
    !keys.every((one) => isKey(trace, one))
  )
    return false;
  if (result === "records") ofRecords(trace, call);
  return true;
}

/** Follow a record through what a helper tells items apart by: a function, or the name of a field. */
function isKey(trace: Trace, key: SyntaxNode): boolean {
  const own = ownFunction(key, trace.scopes);
  if (!own) return readsKey(key, trace);
  const patterns = parameterPatterns(own);
  if (patterns[0]) taken(trace, patterns[0], "record");
  return patterns.length < 2;
}

function isGlobalObject(trace: Trace, callee: SyntaxNode): boolean {
  const object = child(callee, "object");
  return object !== undefined && trace.scopes.of(object)?.binding === null;
}

/** Whether all that is asked is whether it is there at all, or which fields it has by name. */
function isOnlyTested(trace: Trace, parent: SyntaxNode, held: SyntaxNode): boolean {
  if (parent.type === "unary_expression") return parent.tokens.some((one) => one === "!" || one === "typeof");
  if (parent.type === "if_statement" || parent.type === "ternary_expression")
    return held.field === "condition";
  if (parent.type !== "binary_expression") return false;
  const [operator] = parent.tokens;
  if (operator === "===" || operator === "!==") return true;
  if (operator === "&&") return held.field === "left";
  const key = child(parent, "left");
  return operator === "in" && held.field === "right" && key !== undefined && readsKey(key, trace);
}
