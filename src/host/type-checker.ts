import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { scratchPrefix } from "../terms/scratch-name.ts";
import { visible } from "../terms/visible.ts";

/** What the type checker did. `unusable`: it is not there, or did not finish; then nothing was checked. */
export type TypeCheck =
  | { readonly kind: "checked"; readonly exitCode: number; readonly output: string }
  | { readonly kind: "unusable"; readonly detail: string };

const TIME_OUT_MS = 20_000;
const OUTPUT_BYTES_MOST = 4 * 1024 * 1024;

/** The native executable that comes with the `typescript` package; null where there is none for this machine. */
export function typeCheckerPath(): string | null {
  try {
    const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
    const name = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    return join(dirname(createRequire(typescript).resolve(name)), "lib", "tsc");
  } catch {
    return null;
  }
}

/**
 * Check a project of files, written to a folder of its own (0700) under `scratch`, which is removed
 * afterwards. `tsconfig.json` is among the files. The checker executes nothing of them, and gets an empty
 * environment. Rejects where the folder cannot be written, and with the reason of `signal`.
 */
export async function checkTypes(options: {
  readonly files: Readonly<Record<string, string>>;
  readonly scratch: string;
  readonly executable: string | null;
  readonly signal?: AbortSignal;
}): Promise<TypeCheck> {
  const { files, scratch, executable, signal } = options;
  if (executable === null) {
    return { kind: "unusable", detail: `there is no type checker for ${process.platform}-${process.arch}` };
  }
  signal?.throwIfAborted();
  const folder = await mkdtemp(join(scratch, scratchPrefix("types", process.pid)));
  try {
    await chmod(folder, 0o700);
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text, { mode: 0o600, flag: "wx" });
    }
    return await run(executable, folder, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(executable: string, folder: string, signal: AbortSignal | undefined): Promise<TypeCheck> {
  const options = {
    cwd: folder,
    env: {},
    timeout: TIME_OUT_MS,
    killSignal: "SIGKILL",
    maxBuffer: OUTPUT_BYTES_MOST,
    ...(signal && { signal }),
  } as const;
  return new Promise((resolve, reject) => {
    execFile(executable, ["--project", folder, "--pretty", "false"], options, (error, stdout, stderr) => {
      if (signal?.aborted) reject(signal.reason);
      else if (!error) resolve({ kind: "checked", exitCode: 0, output: stdout });
      else if (typeof error.code === "number") {
        resolve({ kind: "checked", exitCode: error.code, output: stdout + stderr });
      } else resolve({ kind: "unusable", detail: describe(error, executable) });
    });
  });
}

function describe(error: Error & { code?: unknown; killed?: boolean }, executable: string): string {
  if (error.code === "ENOENT") return `there is no type checker at ${visible(executable)}`;
  if (error.killed) return `the type checker did not end within ${TIME_OUT_MS / 1000} s`;
  return `the type checker could not be run: ${visible(String(error.code ?? error.message))}`;
}
