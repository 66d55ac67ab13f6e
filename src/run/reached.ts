/**
 * What the kernel of this machine enforces, as a probe found it. `landlockAbi`: the version of Landlock's
 * interface, which says what it can be asked for. `missing`: what stands between here and `strong`, as a clause.
 */
export type Reached =
  | { readonly level: "strong"; readonly landlockAbi: number }
  | { readonly level: "engine-only"; readonly missing: string };
