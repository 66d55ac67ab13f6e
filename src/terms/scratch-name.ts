/** What a temporary folder of one process is for. */
export type ScratchUse = "run" | "types";

const SCRATCH = /^writ-(?:run|types)-(\d+)-/;

/** How the name of a temporary folder starts that a process makes and removes when it ends; random letters follow. */
export function scratchPrefix(use: ScratchUse, pid: number): string {
  return `writ-${use}-${pid}-`;
}

/** The process that made a folder of this name; null: it is none of these folders. */
export function scratchOwner(name: string): number | null {
  const pid = SCRATCH.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}
