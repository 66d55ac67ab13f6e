import { parameterPatterns } from "./default-function.ts";
import { fold, keyName, memberName } from "./fold.ts";
import { ownFunction } from "./fold-functions.ts";
import { HELPERS, METHODS, type RecordHelper } from "./record-methods.ts";
import type { Binding, Scopes } from "./scopes.ts";
import {
  child,
  isFunction,
  outward,
  type SyntaxNode,
  type SyntaxTree,
  textOf,
  unwrap,
} from "./syntax-tree.ts";

/** What following the input through a module found. `problem` is where the trace is lost. */
export interface Found {
  readonly fields: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  readonly recordsRead: boolean;
  /** Whether `records()` is asked for fields somewhere. */
  readonly isAsked: boolean;
  readonly problem: { readonly place: SyntaxNode; readonly why: string } | null;
}

/** What a name or an expression holds. */
type Role = "input" | "inputs" | "records" | "record";

const OTHER_WAYS: ReadonlySet<string | undefined> = new Set(["lines", "text", "bytes", "json", "name"]);

/** Follow the input from the parameter it comes in by. */
export function traceInput(
  parameter: SyntaxNode,
  {
    tree,
    scopes,
    optionNames,
  }: {
    readonly tree: SyntaxTree;
    readonly scopes: Scopes;
    readonly optionNames: ReadonlyMap<Binding, string>;
  },
): Found {
  const fields = new Set<string>();
  const options = new Set<string>();
  const followed = new Map<Binding, Set<Role>>();
  const context = { tree, scopes };
  let recordsRead = false;
  let isAsked = false;
  let problem: Found["problem"] = null;

  const ofRole: Readonly<Record<Role, (node: SyntaxNode) => void>> = {
    input: ofInput,
    inputs: ofInputs,
    records: ofRecords,
    record: ofRecord,
  };
  taken(parameter, "input");
  return { fields, options, recordsRead, isAsked, problem };

  function lose(place: SyntaxNode, why: string): void {
    problem ??= { place, why };
  }

  /** A pattern takes something of a role. */
  function taken(pattern: SyntaxNode, role: Role): void {
    if (pattern.type === "assignment_pattern") {
      const target = child(pattern, "left");
      if (target) taken(target, role);
    } else if (pattern.type === "identifier") named(pattern, role);
    else if (pattern.type === "array_pattern" && role === "inputs") ofElements(pattern, "input");
    else if (pattern.type === "array_pattern" && role === "records") ofElements(pattern, "record");
    else if (pattern.type === "object_pattern" && role === "record") pattern.children.forEach(takenField);
    else lose(pattern, `\`${short(pattern)}\` takes it apart`);
  }

  function ofElements(pattern: SyntaxNode, role: Role): void {
    for (const one of pattern.children) taken(one, role);
  }

  function takenField(entry: SyntaxNode): void {
    const key = child(entry, "key") ?? child(entry, "left") ?? entry;
    const name = entry.type === "rest_pattern" ? undefined : keyName(key, context);
    if (name === undefined) lose(entry, `\`${short(entry)}\` may take any field`);
    else fields.add(name);
  }

  function named(name: SyntaxNode, role: Role): void {
    const binding = scopes.declaredBy(name);
    if (!binding || scopes.isReassigned(binding)) {
      lose(name, `\`${short(name)}\` is assigned to more than once`);
      return;
    }
    const roles = followed.get(binding) ?? new Set();
    if (roles.has(role)) return;
    followed.set(binding, roles.add(role));
    for (const { node } of scopes.referencesTo(binding)) ofRole[role](node);
  }

  function ofInput(node: SyntaxNode): void {
    const { parent, call, name } = memberOf(node);
    if (!parent) handedOver(node, "input");
    else if (name === "files") ofInputs(parent);
    else if (name !== "records") {
      if (!OTHER_WAYS.has(name)) lose(parent, `\`${short(parent)}\` may read anything`);
    } else if (!call) lose(parent, "`records` is not called where it is named");
    else if (argumentsOf(call).length > 0) isAsked = true;
    else {
      recordsRead = true;
      ofRecords(call);
    }
  }

  function ofInputs(node: SyntaxNode): void {
    const { parent, call, name } = memberOf(node);
    if (!parent) handedOver(node, "inputs");
    else if (call && METHODS.get(name ?? "")?.result === "other") callback(call, [0], "input");
    else if (parent.type === "subscript_expression" && !call) ofInput(parent);
    else if (name !== "length") lose(parent, `\`${short(parent)}\` may read anything`);
  }

  function ofRecords(node: SyntaxNode): void {
    const { parent, call, name } = memberOf(node);
    const method = METHODS.get(name ?? "");
    if (!parent) handedOver(node, "records");
    else if (!call && name === "length") return;
    else if (!call || !method || argumentsOf(call).length < (method.argumentsLeast ?? 0))
      lose(parent, `\`${short(parent)}\` may read any field`);
    else {
      if (method.records) callback(call, method.records, "record");
      if (method.result === "records") ofRecords(call);
      if (method.result === "record") ofRecord(call);
    }
  }

  /** A function that is called with something of a role at some places, by a method of a list. */
  function callback(call: SyntaxNode, places: readonly number[], role: Role): void {
    const [first] = argumentsOf(call);
    const callee = first && ownFunction(first, scopes);
    const patterns = callee ? parameterPatterns(callee) : [];
    // The last parameter is the list itself.
    const takesAll = patterns.length > places.at(-1)! + 2 || patterns.some(isRest);
    if (!callee || takesAll) lose(call, `\`${short(call)}\` may read any field`);
    else for (const place of places) if (patterns[place]) taken(patterns[place], role);
  }

  function ofRecord(node: SyntaxNode): void {
    const { parent, call } = memberOf(node);
    if (!parent) handedOver(node, "record");
    else if (call) lose(parent, `\`${short(parent)}\` is called`);
    else readBy(parent, node);
  }

  function readBy(access: SyntaxNode, record: SyntaxNode): void {
    const name = memberName(access, context);
    const index = child(access, "index");
    if (name !== undefined) fields.add(name);
    else if (!index || !keyIn(index, 0))
      lose(access, `\`${short(record)}\` is read by a key that is computed`);
  }

  /** A key that is the value of an option, here or where the function is called. */
  function keyIn(key: SyntaxNode, depth: number): boolean {
    const constant = fold(key, context);
    if (constant !== undefined) fields.add(`${constant}`);
    if (constant !== undefined) return true;
    const binding = scopes.of(unwrap(key))?.binding;
    const option = binding ? optionNames.get(binding) : undefined;
    if (option !== undefined) options.add(option);
    if (option !== undefined) return true;
    const calls = binding && depth < 4 ? callsWith(binding) : null;
    return calls?.every((one) => one !== undefined && keyIn(one, depth + 1)) ?? false;
  }

  /** What a parameter is called with; null where that is not known. */
  function callsWith(parameter: Binding): readonly (SyntaxNode | undefined)[] | null {
    const { declaration, kind, node } = parameter;
    const name = isFunction(declaration) ? child(declaration, "name") : undefined;
    const own = name && scopes.declaredBy(name);
    if (kind !== "parameter" || !own || scopes.isReassigned(parameter) || scopes.isReassigned(own))
      return null;
    const place = parameterPatterns(declaration).indexOf(node);
    const isPlain = child(declaration, "parameters")?.children[place] === node;
    const uses = scopes.referencesTo(own).map((use) => outward(use.node));
    const isCalled = uses.every(
      ({ parent, held }) => parent?.type === "call_expression" && held.field === "function",
    );
    return isPlain && isCalled ? uses.map(({ parent }) => argumentsBefore(parent!, place)?.[place]) : null;
  }

  /** Something of a role stands where it is not asked for a member. */
  function handedOver(node: SyntaxNode, role: Role): void {
    const { parent, held } = outward(node);
    if (!parent || parent.type === "expression_statement") return;
    if (parent.type === "variable_declarator" && held.field === "value") taken(child(parent, "name")!, role);
    else if (parent.type === "for_in_statement" && held.field === "right") ofLoop(parent, role);
    else if (parent.type === "spread_element" && parent.parent?.type === "array" && role === "records")
      ofRecords(parent.parent);
    else if (parent.type === "arguments") ofArgument(parent, held, role);
    else if (role !== "record" || !isOnlyTested(parent, held))
      lose(node, `\`${short(node)}\` is handed on whole`);
  }

  function ofLoop(loop: SyntaxNode, role: Role): void {
    const left = child(loop, "left");
    const declares = loop.tokens.some((token) => token === "const" || token === "let" || token === "var");
    const isOf = loop.tokens.includes("of") && !loop.tokens.includes("await");
    if (!left || !declares || !isOf || role === "record" || role === "input")
      lose(loop, "a loop takes it as it is not meant");
    else taken(left, role === "inputs" ? "input" : "record");
  }

  function ofArgument(list: SyntaxNode, held: SyntaxNode, role: Role): void {
    const call = list.parent!;
    const place = list.children.indexOf(held);
    const callee = call.type === "call_expression" ? child(call, "function") : undefined;
    const helper = callee && role === "records" && place === 0 ? helperNamed(callee) : undefined;
    if (helper && ofHelper(call, helper)) return;
    const own = callee && ownFunction(callee, scopes);
    const known = callee && textOf(tree, callee);
    const isGlobal = callee?.type === "member_expression" && isGlobalObject(callee);
    if (own && argumentsBefore(call, place)) {
      const patterns = parameterPatterns(own);
      const pattern = patterns[place];
      if (pattern) taken(pattern, role);
      else if (patterns.some(isRest)) lose(held, `\`${short(held)}\` is handed on whole`);
    } else if (isGlobal && known === "Array.from" && role === "records" && list.children.length === 1)
      ofRecords(call);
    else if (isGlobal && known === "Object.hasOwn" && role === "record" && place === 0) {
      const key = list.children[1];
      if (!key || !keyIn(key, 0)) lose(call, `\`${short(held)}\` is asked for a field that is computed`);
    } else lose(held, `\`${short(held)}\` is handed on whole`);
  }

  /** What a name that is imported from "writ" stands for: no other module can be imported from. */
  function helperNamed(callee: SyntaxNode): RecordHelper | undefined {
    const binding = scopes.of(callee)?.binding;
    if (binding?.kind !== "import") return undefined;
    const imported = child(binding.declaration, "name");
    return imported && HELPERS.get(textOf(tree, imported));
  }

  /** Follow records through a helper; false where it may look at any field. */
  function ofHelper(call: SyntaxNode, { keysFrom, keysLeast, keysMost, result }: RecordHelper): boolean {
    const all = argumentsOf(call);
    const keys = all.slice(keysFrom, keysFrom + keysMost);
    if (keys.length < keysLeast || all.some((one) => one.type === "spread_element") || !keys.every(isKey))
      return false;
    if (result === "records") ofRecords(call);
    return true;
  }

  /** Follow a record through what a helper tells items apart by: a function, or the name of a field. */
  function isKey(key: SyntaxNode): boolean {
    const own = ownFunction(key, scopes);
    if (!own) return keyIn(key, 0);
    const patterns = parameterPatterns(own);
    if (patterns[0]) taken(patterns[0], "record");
    return patterns.length < 2;
  }

  function isGlobalObject(callee: SyntaxNode): boolean {
    const object = child(callee, "object");
    return object !== undefined && scopes.of(object)?.binding === null;
  }

  /** Whether all that is asked is whether it is there at all, or which fields it has by name. */
  function isOnlyTested(parent: SyntaxNode, held: SyntaxNode): boolean {
    if (parent.type === "unary_expression")
      return parent.tokens.some((one) => one === "!" || one === "typeof");
    if (parent.type === "if_statement" || parent.type === "ternary_expression")
      return held.field === "condition";
    if (parent.type !== "binary_expression") return false;
    const [operator] = parent.tokens;
    if (operator === "===" || operator === "!==") return true;
    if (operator === "&&") return held.field === "left";
    const key = child(parent, "left");
    return operator === "in" && held.field === "right" && key !== undefined && keyIn(key, 0);
  }

  /** The member that is asked of a node, its name, and its call. */
  function memberOf(node: SyntaxNode): {
    readonly parent?: SyntaxNode;
    readonly call?: SyntaxNode | undefined;
    readonly name?: string | undefined;
  } {
    const { parent, held } = outward(node);
    const isMember = parent?.type === "member_expression" || parent?.type === "subscript_expression";
    if (!isMember || held.field !== "object") return {};
    const { parent: around, held: access } = outward(parent);
    const isCalled = around?.type === "call_expression" && access.field === "function";
    // With a tag, a text in backquotes is a call too.
    const call = isCalled ? around : undefined;
    return { parent, call, name: memberName(parent, context) };
  }

  function short(node: SyntaxNode): string {
    const text = textOf(tree, node).replace(/\s+/g, " ");
    return text.length > 30 ? `${text.slice(0, 29)}…` : text;
  }
}

function isRest(pattern: SyntaxNode): boolean {
  return pattern.type === "rest_pattern";
}

function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = child(call, "arguments");
  return list?.type === "arguments" ? list.children : [];
}

/** The arguments of a call, if what stands at a place is what the parameter there gets. */
function argumentsBefore(call: SyntaxNode, place: number): readonly SyntaxNode[] | undefined {
  const all = argumentsOf(call);
  return all.slice(0, place + 1).some((one) => one.type === "spread_element") ? undefined : all;
}
