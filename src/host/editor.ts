import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatBytes } from "../terms/limit.ts";
import { runOnTerminal } from "./on-terminal.ts";

/** What came of editing. `failed`: the text is what it was. */
export type Edited =
  | { readonly kind: "edited"; readonly text: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly detail: string };

/** Read into memory whole, so not endlessly much. */
const BYTES_MOST = 8 * 1024 * 1024;

/**
 * Have a text edited in the user's editor (VISUAL, EDITOR, or vi) on the controlling terminal, which nobody
 * else may read meanwhile. The text lies in a private file under `scratch` as long as the editor runs;
 * `extension` (`.ts`) tells the editor what it is.
 */
export async function editText(options: {
  readonly text: string;
  readonly extension: string;
  readonly env: NodeJS.ProcessEnv;
  readonly scratch: string;
  readonly signal?: AbortSignal;
}): Promise<Edited> {
  const { text, extension, env, scratch, signal } = options;
  const folder = await mkdtemp(join(scratch, "writ-edit-"));
  try {
    await chmod(folder, 0o700);
    const file = join(folder, `text${extension}`);
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    const command = env.VISUAL || env.EDITOR || "vi";
    const ending = await runOnTerminal({ command, args: [file], env, ...(signal && { signal }) });
    if (ending.kind === "failed") return ending;
    if (ending.exitCode !== 0) return { kind: "failed", detail: describe(command, ending.exitCode) };
    return await readEdited(file, text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readEdited(file: string, before: string): Promise<Edited> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return { kind: "failed", detail: "the editor left no file" };
  if (size > BYTES_MOST) return { kind: "failed", detail: `the text is over ${formatBytes(BYTES_MOST)}` };
  const after = withoutAdded(await readFile(file, "utf8"), before);
  return after === before ? { kind: "unchanged" } : { kind: "edited", text: after };
}

/** Editors end the last line; a text that had no newline there gets none. */
function withoutAdded(after: string, before: string): string {
  return before.endsWith("\n") || !after.endsWith("\n") ? after : after.replace(/\r?\n$/, "");
}

function describe(command: string, exitCode: number): string {
  if (exitCode === 127) return `there is no editor "${command}": set VISUAL or EDITOR to one that is there`;
  return `the editor "${command}" ended with ${exitCode}, so nothing was taken over`;
}
