import type { Wanted } from "../../terms/capability.ts";

/** What one capability or input opens, for each layer that can be opened. */
export interface Granted {
  /** For the engine: a permission, and what it is for. */
  readonly permission?: { readonly flag: "read" | "write" | "env"; readonly value: string };
  /** For Landlock, and for whoever binds paths into a namespace. */
  readonly path?: GrantedPath;
  /** A variable of the child's environment, whose value the parent hands over when it starts. */
  readonly variable?: string;
}

/**
 * A path that is opened. `fixed`: it is the real path as it was when it was approved, and has to be that when the run
 * starts: a symbolic link in its place, or on the way to it, is refused. An input of the run is what it is now.
 */
export interface GrantedPath {
  readonly path: string;
  readonly access: "read" | "write";
  readonly fixed: boolean;
}

/** One kind of capability: one of these a file, one row in `index.ts`. Pure. */
export interface GrantRow<K extends Wanted["kind"]> {
  readonly kind: K;
  /** In words, for the documentation. */
  readonly opens: string;
  grant(wanted: WantedOf<K>): Granted;
}

type WantedOf<K extends Wanted["kind"]> = Wanted extends infer W
  ? W extends { readonly kind: infer Kind }
    ? K extends Kind
      ? W
      : never
    : never
  : never;
