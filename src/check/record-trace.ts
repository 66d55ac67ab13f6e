import type { Binding } from "./binding.ts";
import type { FoldContext } from "./folding.ts";
import { type SyntaxNode, textOf } from "./syntax-tree.ts";

/** What a name or an expression holds. */
export type Role = "input" | "inputs" | "records" | "record";

/** What following the input through a module found. `problem` is where the trace is lost. */
export interface Found {
  readonly fields: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  readonly recordsRead: boolean;
  /** Whether `records()` is asked for fields somewhere. */
  readonly isAsked: boolean;
  readonly problem: { readonly place: SyntaxNode; readonly why: string } | null;
}

/** The trace as it grows: what was found, and the names that are still to be followed. */
export interface Trace extends FoldContext {
  /** Names that hold the text of an option. */
  readonly optionNames: ReadonlyMap<Binding, string>;
  readonly fields: Set<string>;
  readonly options: Set<string>;
  recordsRead: boolean;
  isAsked: boolean;
  problem: Found["problem"];
  /** Not followed at once: names may stand for names for longer than the stack is deep. */
  readonly waiting: { readonly binding: Binding; readonly role: Role }[];
  readonly followed: Map<Binding, Set<Role>>;
}

export function newTrace(sources: Pick<Trace, "tree" | "scopes" | "optionNames">): Trace {
  return {
    ...sources,
    fields: new Set(),
    options: new Set(),
    recordsRead: false,
    isAsked: false,
    problem: null,
    waiting: [],
    followed: new Map(),
  };
}

/** The trace is lost: from here on any field may be read. The first place counts. */
export function lose(trace: Trace, place: SyntaxNode, why: string): void {
  trace.problem ??= { place, why };
}

/** A name holds something of a role. */
export function follow(trace: Trace, name: SyntaxNode, role: Role): void {
  const binding = trace.scopes.declaredBy(name);
  if (!binding || trace.scopes.isReassigned(binding)) {
    lose(trace, name, `\`${short(trace, name)}\` is assigned to more than once`);
    return;
  }
  const roles = trace.followed.get(binding) ?? new Set();
  if (roles.has(role)) return;
  trace.followed.set(binding, roles.add(role));
  trace.waiting.push({ binding, role });
}

export function short({ tree }: Trace, node: SyntaxNode): string {
  const text = textOf(tree, node).replace(/\s+/g, " ");
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
