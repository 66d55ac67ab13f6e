import { isJavaScriptKind } from "./javascript-kinds.ts";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";

/** What walks over a parser's tree. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly currentFieldId: number;
  readonly currentFieldName: string | null;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** What is known of a grammar's types and fields by number, learned as they are met. */
export interface Kinds {
  readonly types: Kind[];
  readonly fields: string[];
}

interface Kind {
  readonly type: string;
  readonly named: boolean;
  readonly leaf: boolean;
  readonly hasFields: boolean;
  readonly isJavaScript: boolean;
}

export interface CopyOptions {
  readonly text: string;
  readonly kinds: Kinds;
  /** Types of nodes that are left out, with all that is in them. */
  readonly skip: ReadonlySet<string>;
  /** Whether to look into a node at the top. */
  readonly opens: (node: SyntaxNode) => boolean;
  /** Whether to end with null where JavaScript's grammar would make something else of the text. */
  readonly only: "anything" | "javascript";
}

export function newKinds(): Kinds {
  return { types: [], fields: [""] };
}

// Their inside is of no use to a rule, or they have none; not asking is a third of the time of a copy.
const LEAVES = new Set([
  ...["identifier", "property_identifier", "shorthand_property_identifier", "private_property_identifier"],
  ...["shorthand_property_identifier_pattern", "statement_identifier", "type_identifier", "predefined_type"],
  ...["number", "string", "regex", "comment", "this", "true", "false", "null", "undefined"],
]);

// Their children have no fields: not asking saves a call for every statement and argument.
const LISTS = new Set([
  ...["program", "statement_block", "expression_statement", "parenthesized_expression", "arguments", "array"],
  ...["object", "object_pattern", "array_pattern", "formal_parameters", "template_string"],
  ...["lexical_declaration", "template_substitution", "return_statement", "spread_element", "object_type"],
  "union_type",
]);

// Two of three nodes have nothing in them: one list for all, which nothing is added to.
const NONE: never[] = [];

interface MutableNode extends SyntaxNode {
  readonly children: SyntaxNode[];
  readonly tokens: string[];
}

/**
 * Copy a tree into plain data. With `only: "javascript"` a parameter is copied as JavaScript's grammar has it, without
 * TypeScript's node around it.
 */
export function copyTree(cursor: Cursor, options: CopyOptions): SyntaxTree | null {
  const { text, kinds, skip, opens } = options;
  const isStrict = options.only === "javascript";
  const comments: SyntaxNode[] = [];
  const nodes = new Map<string, SyntaxNode[]>();
  let isForeign = false;

  function take(kind: Kind, field: string, parent: MutableNode | null): MutableNode {
    const { startIndex: start, endIndex: end } = cursor;
    const { type } = kind;
    const node: MutableNode = kind.leaf
      ? { type, field, start, end, parent, children: NONE, tokens: NONE }
      : { type, field, start, end, parent, children: [], tokens: [] };
    if (type === "comment") comments.push(node);
    else {
      hold(node);
      if (!kind.leaf && (parent?.parent !== null || opens(node)))
        takeInside(node, kind.hasFields ? own : none);
    }
    return node;
  }

  function hold(node: MutableNode): void {
    (node.parent as MutableNode | null)?.children.push(node);
    const same = nodes.get(node.type);
    if (same) same.push(node);
    else nodes.set(node.type, [node]);
  }

  function takeInside(node: MutableNode, field: () => string): void {
    if (!cursor.gotoFirstChild()) return;
    do {
      const kind = kindOf(cursor, kinds);
      if (isStrict && !kind.isJavaScript) isForeign = true;
      if (!kind.named) node.tokens.push(kind.type);
      else if (isStrict && kind.type === "required_parameter") takeParameter(node);
      else if (!skip.has(kind.type)) take(kind, field(), node);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  function takeParameter(parent: MutableNode): void {
    const { startIndex: start, endIndex: end } = cursor;
    cursor.gotoFirstChild();
    const hasValue = cursor.endIndex !== end;
    cursor.gotoParent();
    if (!hasValue) {
      takeInside(parent, none);
      return;
    }
    const type = "assignment_pattern";
    const node: MutableNode = { type, field: "", start, end, parent, children: [], tokens: [] };
    hold(node);
    takeInside(node, renamed);
  }

  const none = () => "";
  const own = () => fieldName(cursor, kinds);
  const renamed = () => PARAMETER_FIELDS.get(fieldName(cursor, kinds)) ?? "";

  const root = take(kindOf(cursor, kinds), "", null);
  return isForeign ? null : { text, root, comments, nodes };
}

/** What TypeScript's grammar calls the sides of a parameter with a default, and JavaScript's. */
const PARAMETER_FIELDS: ReadonlyMap<string, string> = new Map([
  ["pattern", "left"],
  ["value", "right"],
]);

function kindOf(cursor: Cursor, { types }: Kinds): Kind {
  const id = cursor.nodeTypeId;
  let kind = types[id];
  if (!kind) {
    const type = cursor.nodeType;
    const named = cursor.nodeIsNamed;
    const isJavaScript = isJavaScriptKind(type, named);
    kind = { type, named, leaf: LEAVES.has(type), hasFields: !LISTS.has(type), isJavaScript };
    types[id] = kind;
  }
  return kind;
}

function fieldName(cursor: Cursor, { fields }: Kinds): string {
  const id = cursor.currentFieldId;
  let name = fields[id];
  if (name === undefined) {
    name = cursor.currentFieldName ?? "";
    fields[id] = name;
  }
  return name;
}
