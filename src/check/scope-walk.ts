import type { Binding, BindingKind, Taken } from "./binding.ts";
import { open, type Scope, varScope } from "./scope.ts";
import { child, isFunction, type SyntaxNode, type SyntaxTree } from "./syntax-tree.ts";

/** A name where it is used, with the scope it is looked up from. */
export interface Found {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

/** Every use of a name and every declaration of one, found in one walk. */
export function walkScopes(tree: SyntaxTree): {
  readonly found: readonly Found[];
  readonly declared: ReadonlyMap<SyntaxNode, Binding>;
} {
  const found: Found[] = [];
  const declared = new Map<SyntaxNode, Binding>();
  const top = open(null, true);
  for (const statement of tree.root.children) visit(statement, top);
  return { found, declared };

  function nameOf(node: SyntaxNode): string {
    return tree.text.slice(node.start, node.end);
  }

  function visitAll(nodes: readonly SyntaxNode[], scope: Scope): void {
    for (const node of nodes) visit(node, scope);
  }

  function visit(node: SyntaxNode, scope: Scope): void {
    switch (node.type) {
      case "identifier":
      case "shorthand_property_identifier":
      case "shorthand_property_identifier_pattern":
        found.push({ name: nameOf(node), node, scope });
        return;
      case "variable_declarator":
        visitDeclarator(node, scope);
        return;
      case "for_in_statement":
        visitForIn(node, scope);
        return;
      case "statement_block":
      case "switch_body":
      case "for_statement":
        visitAll(node.children, open(scope, false));
        return;
      case "catch_clause":
        visitCatch(node, scope);
        return;
      case "class_declaration":
      case "abstract_class_declaration":
      case "class":
        visitClass(node, scope);
        return;
      case "class_static_block":
        visitAll(node.children, open(scope, true));
        return;
      case "import_statement":
        visitImport(node, scope);
        return;
      case "export_statement":
        if (!child(node, "source")) visitAll(node.children, scope);
        return;
      case "export_specifier":
        visitAll(node.children.slice(0, 1), scope);
        return;
      case "enum_declaration":
      case "internal_module":
      case "module":
      case "import_alias":
        if (node.children[0]) declare(node.children[0], { scope, kind: "const", declaration: node });
        return;
      default:
        if (isFunction(node)) visitFunction(node, scope);
        else visitAll(node.children, scope);
    }
  }

  function visitDeclarator(node: SyntaxNode, scope: Scope): void {
    const pattern = child(node, "name");
    const value = child(node, "value");
    const kind = declarationKind(node.parent!);
    const target = kind === "var" ? varScope(scope) : scope;
    if (pattern) declarePattern(pattern, { scope: target, kind, declaration: node, value }, scope);
    if (value) visit(value, scope);
  }

  function visitForIn(node: SyntaxNode, scope: Scope): void {
    const inner = open(scope, false);
    const left = child(node, "left");
    const right = child(node, "right");
    const body = child(node, "body");
    const kind = declarationKind(node);
    const declares = node.tokens.some((token) => token === "const" || token === "let" || token === "var");
    if (left && declares) {
      const target = kind === "var" ? varScope(scope) : inner;
      declarePattern(left, { scope: target, kind, declaration: node }, inner);
    } else if (left) visit(left, inner);
    if (right) visit(right, scope);
    if (body) visit(body, inner);
  }

  function visitCatch(node: SyntaxNode, scope: Scope): void {
    const inner = open(scope, false);
    const parameter = child(node, "parameter");
    if (parameter) declarePattern(parameter, { scope: inner, kind: "catch", declaration: node }, inner);
    const body = child(node, "body");
    if (body) visit(body, inner);
  }

  function visitClass(node: SyntaxNode, scope: Scope): void {
    const inner = open(scope, false);
    const name = child(node, "name");
    if (name) {
      if (node.type !== "class") declare(name, { scope, kind: "class", declaration: node });
      declare(name, { scope: inner, kind: "class", declaration: node });
    }
    visitAll(
      node.children.filter((one) => one !== name),
      inner,
    );
  }

  function visitImport(node: SyntaxNode, scope: Scope): void {
    const names = (one: SyntaxNode): void => {
      if (one.type === "import_specifier") {
        const local = child(one, "alias") ?? child(one, "name");
        if (local) declare(local, { scope, kind: "import", declaration: one });
      } else if (one.type === "identifier") declare(one, { scope, kind: "import", declaration: node });
      else if (one.type !== "string") one.children.forEach(names);
    };
    node.children.filter((one) => one.type !== "import_attribute").forEach(names);
  }

  function visitFunction(node: SyntaxNode, scope: Scope): void {
    const name = child(node, "name");
    let around = scope;
    if (node.type === "method_definition") {
      if (name?.type === "computed_property_name") visit(name, scope);
    } else if (name && node.type.endsWith("_declaration")) {
      declare(name, { scope, kind: "function", declaration: node });
    } else if (name) {
      around = open(scope, false);
      declare(name, { scope: around, kind: "function", declaration: node });
    }
    // Parameters have a scope apart: a default sees them, never the body's own names.
    const inner = open(around, true);
    const parameters = child(node, "parameter") ?? child(node, "parameters");
    const list = parameters?.type === "formal_parameters" ? parameters.children : [parameters];
    for (const one of list) {
      if (one) declarePattern(one, { scope: inner, kind: "parameter", declaration: node }, inner);
    }
    const body = child(node, "body");
    if (body?.type === "statement_block") visitAll(body.children, open(inner, true));
    else if (body) visit(body, inner);
  }

  function declare(node: SyntaxNode, { scope, kind, declaration, value, ...more }: Declaring): void {
    const name = nameOf(node);
    const binding: Binding = { name, kind, node, declaration, value, ...more };
    // The second `var x` is the first one again, and its value is no longer the only one.
    const before = scope.names.get(name);
    scope.names.set(name, before ? { name, kind, node, declaration, value: undefined } : binding);
    declared.set(node, scope.names.get(name)!);
  }

  /** Declare the names of a pattern; defaults and computed keys are seen from `inside`. */
  function declarePattern(node: SyntaxNode, declaring: Declaring, inside: Scope): void {
    switch (node.type) {
      case "identifier":
      case "shorthand_property_identifier_pattern":
        declare(node, declaring);
        return;
      case "assignment_pattern":
      case "object_assignment_pattern":
      case "required_parameter":
      case "optional_parameter": {
        const target = child(node, "left") ?? child(node, "pattern");
        const standIn = child(node, "right") ?? child(node, "value");
        const part =
          target?.type === "shorthand_property_identifier_pattern" ? at(declaring, target) : declaring;
        if (target) declarePattern(target, { ...part, value: undefined, standIn }, inside);
        if (standIn) visit(standIn, inside);
        return;
      }
      case "object_pattern":
        for (const one of node.children) declareEntry(one, declaring, inside);
        return;
      case "array_pattern":
        for (const one of node.children) declarePattern(one, element(node, one, declaring), inside);
        return;
      case "rest_pattern":
        for (const one of node.children) declarePattern(one, apart(declaring), inside);
        return;
      default:
        visit(node, inside);
    }
  }

  function declareEntry(node: SyntaxNode, declaring: Declaring, inside: Scope): void {
    if (node.type !== "pair_pattern") {
      const isName = node.type === "shorthand_property_identifier_pattern";
      declarePattern(node, isName ? at(declaring, node) : declaring, inside);
      return;
    }
    const [key, target] = [child(node, "key"), child(node, "value")];
    if (key?.type === "computed_property_name") visit(key, inside);
    if (key && target) declarePattern(target, at(declaring, key), inside);
  }
}

/** The same declaration, of an element; of an unknown one where commas do not tell its place. */
function element(list: SyntaxNode, one: SyntaxNode, declaring: Declaring): Declaring {
  const commas = list.tokens.filter((token) => token === ",").length;
  return commas < list.children.length ? at(declaring, list.children.indexOf(one)) : apart(declaring);
}

/** The same declaration, of a part of the value. */
function at(declaring: Declaring, key: SyntaxNode | number): Declaring {
  const { value, taken, standIn, ...rest } = declaring;
  const from = value ?? taken?.from;
  if (!from || standIn) return rest;
  return { ...rest, taken: { from, path: [...(taken?.path ?? []), key] } };
}

function apart({ scope, kind, declaration }: Declaring): Declaring {
  return { scope, kind, declaration };
}

interface Declaring {
  readonly scope: Scope;
  readonly kind: BindingKind;
  readonly declaration: SyntaxNode;
  readonly value?: SyntaxNode | undefined;
  readonly taken?: Taken | undefined;
  readonly standIn?: SyntaxNode | undefined;
}

function declarationKind(node: SyntaxNode): BindingKind {
  if (node.type === "variable_declaration" || node.tokens.includes("var")) return "var";
  return node.tokens.includes("const") ? "const" : "let";
}
