import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { WritError } from "../terms/failure.ts";

/**
 * Make named pipes for this user alone (mkfifo(1), since Node has no call for it). `program` is its whole path. Returns
 * what removes them. Throws `state-unusable` where the folder takes none.
 */
export function makeFifos(program: string, paths: readonly string[]): () => void {
  const remove = () => {
    for (const path of paths) rmSync(path, { force: true });
  };
  try {
    execFileSync(program, ["-m", "600", "--", ...paths], { env: {}, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    remove();
    const detail = `no named pipe can be made there: ${String((error as { stderr?: unknown }).stderr).trim()}`;
    throw new WritError({ kind: "state-unusable", path: paths[0] ?? "", detail }, { cause: error });
  }
  return remove;
}
