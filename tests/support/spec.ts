// A command-line case as a person reads it: files, then steps of a shell line with what it prints and how it
// ends. `[..]` stands for anything within a line, a line `[...]` for any lines.
import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type ModelServer, startModelServer } from "./model-server.ts";

const step = z.strictObject({
  run: z.string(),
  stdin: z.string().optional(),
  stdout: z.string().default(""),
  stderr: z.string().optional(),
  exit: z.number().default(0),
});

const spec = z.strictObject({
  about: z.string(),
  /** Replies of a scripted model, in order. Absent: no model is configured. */
  model: z.array(z.string()).optional(),
  files: z.record(z.string(), z.string()).default({}),
  /** Files given as base64: bytes that YAML cannot hold. */
  bytes: z.record(z.string(), z.string()).default({}),
  env: z.record(z.string(), z.string()).default({}),
  steps: z.array(step).min(1),
});

export type Spec = z.infer<typeof spec>;
export type Step = z.infer<typeof step>;

export function readSpec(path: string): Spec {
  return spec.parse(parse(readFileSync(path, "utf8")));
}

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface Stage {
  run(step: Step): Promise<Ran>;
  readonly folder: string;
  readonly server: ModelServer | null;
  close(): Promise<void>;
}

/** A folder of its own with the files, a home of its own, `writ` on PATH and nothing else of this machine. */
export async function openStage(one: Spec): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), "writ spec "));
  const folder = join(root, "work");
  mkdirSync(join(root, "home"));
  mkdirSync(join(root, "bin"));
  mkdirSync(folder);
  symlinkSync(resolve("bin/writ"), join(root, "bin", "writ"));
  cpSync("samples/access.log", join(folder, "access.log"));
  for (const [name, text] of Object.entries(one.files)) write(folder, name, text);
  for (const [name, text] of Object.entries(one.bytes)) write(folder, name, Buffer.from(text, "base64"));
  const server = one.model ? await startModelServer(one.model) : null;
  const env = {
    PATH: `${join(root, "bin")}:/usr/local/bin:/usr/bin:/bin`,
    HOME: join(root, "home"),
    ...(server ? { OPENAI_BASE_URL: server.url, WRIT_MODEL: "scripted" } : {}),
    ...one.env,
  };
  return {
    folder,
    server,
    run: (step) => run(step, folder, env),
    async close() {
      await server?.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

// A session of its own has no controlling terminal, also where the tests were started from one.
function run(step: Step, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn("/bin/sh", ["-c", step.run], { cwd, env, detached: true });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}).end(step.stdin ?? "");
  return new Promise((done) => {
    child.on("close", (code, signal) => done({ stdout, stderr, exit: code ?? (signal ? 128 : -1) }));
  });
}

function write(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  if (name.endsWith(".sh")) chmodSync(path, 0o755);
}
