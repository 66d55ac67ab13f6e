import type { Machine } from "./stage/syscalls.ts";

/**
 * Who makes the stage's system calls and then becomes the engine: the stage itself, or, where a program of ours cannot be
 * started (a folder mounted noexec, another architecture), perl, from the same table.
 */
export type Applier =
  | { readonly means: "stage" }
  | { readonly means: "perl"; readonly perl: string; readonly machine: Machine };

/**
 * What encloses a run, as a probe found it to hold. `landlockAbi`: the version of Landlock's interface, which says what
 * it can be asked for. `perl` and `bubblewrap`: absolute paths. `missing`: what stands between here and more.
 */
export type Reached =
  | (Applier & { readonly level: "full"; readonly landlockAbi: number; readonly bubblewrap: string })
  | (Applier & { readonly level: "strong"; readonly landlockAbi: number })
  | {
      readonly level: "namespace";
      readonly means: "bubblewrap";
      readonly bubblewrap: string;
      readonly machine: Machine;
    }
  | { readonly level: "namespace"; readonly means: "sandbox-exec" }
  | { readonly level: "engine-only"; readonly missing: string };

/** The machine whose calls a stage or a filter is made of. */
export function machineOf(reached: Reached): Machine {
  return "machine" in reached ? reached.machine : "x64";
}
