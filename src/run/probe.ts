import { randomBytes } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { LANDLOCK_NEWEST } from "./layers/landlock.ts";
import type { Plan } from "./plan.ts";
import { probePlan } from "./probe-plan.ts";
import type { Reached } from "./reached.ts";
import { spawn } from "./spawn.ts";

/** What a probe works with. Paths are absolute. */
export interface ProbeRequest {
  readonly platform: string;
  readonly engine: string;
  /** The probe's module, already written ({@link PROBE_MODULE}). */
  readonly module: string;
  /** A file that writ can read and a run cannot. */
  readonly unreachable: string;
  /** Decide a plan with a folder for its stage, and make sure that the stage lies there. */
  readonly place: (planIn: (stages: string) => Plan) => Plan;
}

/** What each attempt of the probe must end with: the kernel's word, not the engine's. */
const DENIED: Readonly<Record<string, RegExp>> = {
  read: /^EACCES$/,
  import: /./,
  write: /^EACCES$/,
  connect: /^(EPERM|EACCES)$/,
  listen: /^(EPERM|EACCES)$/,
  start: /^(EPERM|EACCES)$/,
};

/**
 * Find out what this machine's kernel enforces, by starting the engine with every permission of its own
 * inside the layers and trying to get out: read, write, connect, listen, start a program. Landlock's
 * interface is found by asking for the newest first. Any surprise means that the level is not reached.
 */
export async function probe(request: ProbeRequest): Promise<Reached> {
  if (request.platform !== "linux-x64") {
    return missing(`the kernel's layers are built for Linux on x64, and this is ${request.platform}`);
  }
  for (let landlockAbi = LANDLOCK_NEWEST; landlockAbi >= 1; landlockAbi--) {
    const tried = await attempt(request, landlockAbi);
    if (tried.kind === "sealed") return { level: "strong", landlockAbi };
    if (tried.kind === "surprise") return missing(tried.detail);
  }
  return missing(
    "the kernel refuses Landlock (Linux 5.13 or newer, switched on) or seccomp, or no folder here may hold a program",
  );
}

type Tried =
  | { readonly kind: "sealed" }
  | { readonly kind: "refused" }
  | { readonly kind: "surprise"; readonly detail: string };

async function attempt(request: ProbeRequest, landlockAbi: number): Promise<Tried> {
  const token = randomBytes(16).toString("hex");
  const server = createServer((socket) => socket.on("error", () => {}).destroy());
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(0, "127.0.0.1", listening);
  });
  try {
    const { port } = server.address() as AddressInfo;
    const { engine, module, unreachable } = request;
    const words = [token, unreachable, `${port}`, `${module}.x`];
    const plan = request.place((stages) => probePlan({ engine, module, stages }, landlockAbi, words));
    let said = "";
    const stdout = (chunk: Buffer) => {
      said += chunk;
    };
    const streams = { stdout, stderr: () => {} };
    const outcome = await spawn(plan, streams, new AbortController().signal);
    if (outcome.kind === "sealing-failed") return { kind: "refused" };
    return judge(said, token);
  } finally {
    server.close();
  }
}

function judge(said: string, token: string): Tried {
  let seen: Readonly<Record<string, unknown>>;
  try {
    seen = JSON.parse(said);
  } catch {
    return { kind: "surprise", detail: "the engine does not start inside the kernel's layers" };
  }
  if (seen.token !== token) return { kind: "surprise", detail: "the probe did not answer for itself" };
  const open = Object.entries(DENIED).find(
    ([name, denial]) => seen[name] === "done" || !denial.test(String(seen[name] ?? "")),
  );
  if (!open) return { kind: "sealed" };
  return { kind: "surprise", detail: `inside the kernel's layers, "${open[0]}" ended with ${seen[open[0]]}` };
}

function missing(what: string): Reached {
  return { level: "engine-only", missing: what };
}
