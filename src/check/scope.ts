import type { Binding } from "./binding.ts";

/** The names that are declared between two braces, in a list of parameters, in a loop. */
export interface Scope {
  readonly outer: Scope | null;
  /** Where `var` goes. */
  readonly holdsVar: boolean;
  readonly names: Map<string, Binding>;
}

/** A scope inside another. */
export function open(outer: Scope | null, holdsVar: boolean): Scope {
  return { outer, holdsVar, names: new Map() };
}

/** Where a `var` in a scope goes. */
export function varScope(scope: Scope): Scope {
  let at = scope;
  while (!at.holdsVar && at.outer) at = at.outer;
  return at;
}

/** What a name means in a scope; null for what is declared nowhere. */
export function lookUp(scope: Scope, name: string): Binding | null {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const binding = at.names.get(name);
    if (binding) return binding;
  }
  return null;
}
