import type { SyntaxNode } from "./syntax-tree.ts";

export type BindingKind = "import" | "function" | "class" | "const" | "let" | "var" | "parameter" | "catch";

/**
 * A name declared in the snippet. `node` is the declared name, `declaration` what declares it (the function,
 * the class, the declarator, the import specifier, the parameter). `value` is the expression it starts as,
 * where the name stands alone on the left of it; `taken` where it is a part of one; `standIn` the default it
 * has in a pattern or a list of parameters.
 */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly node: SyntaxNode;
  readonly declaration: SyntaxNode;
  readonly value: SyntaxNode | undefined;
  readonly taken?: Taken | undefined;
  readonly standIn?: SyntaxNode | undefined;
}

/** A part of a value, as a pattern takes it: `const { a: [, b] } = from` takes `b` by the path `a`, 1. */
export interface Taken {
  readonly from: SyntaxNode;
  /** A key as it is written, or a place in a list. */
  readonly path: readonly (SyntaxNode | number)[];
}
