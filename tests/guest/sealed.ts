import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { buildGuest } from "../../scripts/build-guest.ts";
import { runnerModule } from "../../src/run/runner-module.ts";
import type { Invocation } from "../../src/terms/invocation.ts";
import type { OptionSchema } from "../../src/terms/option.ts";
import type { Reads } from "../../src/terms/reads.ts";
import type { Shape } from "../../src/terms/shape.ts";
import type { Capability } from "../../src/terms/verdict.ts";

const ENGINE = join(
  dirname(createRequire(import.meta.url).resolve(`@deno/${platformPackage()}/package.json`)),
  "deno",
);

function platformPackage(): string {
  return process.platform === "darwin" ? `darwin-${process.arch}` : `linux-${process.arch}-glibc`;
}

let folder = "";

/** Build the guest into a temporary folder for the tests of one file. */
export function buildGuestOnce(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "writ-guest-"));
    await buildGuest(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}

export interface SealedRun {
  readonly javascript: string;
  readonly stdin?: string | Uint8Array;
  readonly argv?: readonly string[];
  readonly schema?: OptionSchema;
  readonly reads?: Reads;
  readonly capabilities?: readonly Capability[];
  readonly invocation?: Partial<Invocation>;
  /** The shape it was approved on. */
  readonly shape?: Shape;
  /** With the parsers of YAML and TOML. */
  readonly documents?: true;
}

export interface SealedEnding {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Start a snippet in the real engine, sealed as the product seals it, without the kernel's layers. */
export async function startSealed(run: SealedRun) {
  const runner = join(folder, `${crypto.randomUUID()}.mjs`);
  const approved = {
    javascript: run.javascript,
    schema: run.schema ?? { summary: "", options: [] },
    capabilities: run.capabilities ?? [],
    ...(run.documents ? { documents: await readFile(join(folder, "documents.js"), "utf8") } : {}),
    ...(run.reads ? { reads: run.reads } : {}),
    ...(run.shape ? { shape: run.shape } : {}),
  };
  await writeFile(runner, runnerModule({ guest: join(folder, "guest.txt"), ...approved }).text);
  const invocation: Invocation = {
    inputs: [{ name: "stdin", path: null }],
    ...{ from: "auto", output: "auto", maxOutputBytes: null, header: true },
    ...run.invocation,
  };
  const paths = invocation.inputs.flatMap(({ path }) => path ?? []);
  return spawn(
    ENGINE,
    [
      ...["run", "--no-prompt", "--no-remote", "--no-npm", "--cached-only", "--no-config", "--no-lock"],
      ...["--no-code-cache", ...(paths.length > 0 ? [`--allow-read=${paths.join(",")}`] : [])],
      `--import-map=data:application/json,${JSON.stringify({ imports: { writ: pathToFileURL(join(folder, "writ.mjs")).href } })}`,
      "--v8-flags=--disallow-code-generation-from-strings,--enable-experimental-regexp-engine-on-excessive-backtracks,--no-short-builtin-calls",
      ...[runner, JSON.stringify(invocation), ...(run.argv ?? [])],
    ],
    { env: { DENO_DIR: "/dev/null/none", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", TZ: "UTC" } },
  );
}

/** Run a snippet to its end. */
export async function runSealed(run: SealedRun): Promise<SealedEnding> {
  const child = await startSealed(run);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => {}); // a snippet need not read its input to the end
  child.stdin.end(run.stdin ?? "");
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}
