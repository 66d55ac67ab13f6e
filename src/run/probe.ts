import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { candidates, type Machinery, type Wall, wordMissing } from "./candidates.ts";
import type { Plan } from "./plan.ts";
import type { ProbeTargets } from "./probe-module.ts";
import { probePlan } from "./probe-plan.ts";
import type { Reached } from "./reached.ts";
import { spawn } from "./spawn.ts";

/** What a probe works with. Paths are absolute. */
export interface ProbeRequest {
  readonly machinery: Machinery;
  readonly engine: string;
  /** The probe's module, already written ({@link PROBE_MODULE}). */
  readonly module: string;
  /** A JSON file that writ can read and a run cannot. */
  readonly unreachable: string;
  /** A path for a socket, which lies there while the probe runs. */
  readonly socket: string;
  /** Decide a plan with a folder for its files, and make sure that they lie there; null where they cannot. */
  readonly place: (planIn: (stages: string) => Plan) => Plan | null;
}

/** What became of a level. `kernel`: nothing but another kernel or another architecture could change it. */
export type Looked =
  | { readonly kind: "reached"; readonly reached: Exclude<Reached, { level: "engine-only" }> }
  | { readonly kind: "missing"; readonly missing: string; readonly kernel: boolean };

/**
 * Find out whether this machine reaches a level, by starting the engine with every permission of its own
 * inside the layers and trying to get out by every path that is known. Each attempt must end with the kernel's
 * denial; any surprise means that the level is not reached. Landlock's interface is found by asking for the newest
 * first, who applies it by trying.
 */
export async function probe(wall: Wall, request: ProbeRequest): Promise<Looked> {
  let refusals = 0;
  for (const reached of candidates(wall, request.machinery)) {
    const tried = await attempt(request, reached);
    if (tried.kind === "sealed" && reached.level !== "engine-only") return { kind: "reached", reached };
    if (tried.kind === "surprise") return { kind: "missing", missing: tried.detail, kernel: false };
    if (tried.kind === "refused") refusals++;
  }
  const { landlockNewest, platform } = request.machinery;
  const kernel = wall === "strong" && (refusals > 0 || landlockNewest === 0 || platform !== "linux-x64");
  return { kind: "missing", missing: wordMissing(wall, request.machinery), kernel };
}

type Tried =
  | { readonly kind: "sealed" }
  | { readonly kind: "refused" }
  /** What it starts from cannot lie anywhere. */
  | { readonly kind: "unplaced" }
  | { readonly kind: "surprise"; readonly detail: string };

async function attempt(request: ProbeRequest, reached: Reached): Promise<Tried> {
  const { engine, module, unreachable, socket } = request;
  const abstract = `\0writ-probe-${randomBytes(8).toString("hex")}`;
  const [tcp, local, nameless] = [listener(), listener(), listener()];
  try {
    await Promise.all([
      listening(tcp, { port: 0, host: "127.0.0.1" }),
      listening(local, { path: socket }),
      process.platform === "linux" ? listening(nameless, { path: abstract }) : null,
    ]);
    const { port } = tcp.address() as AddressInfo;
    const token = randomBytes(16).toString("hex");
    const at = { target: `${module}.x`, port, socket, abstract };
    const targets = { token, engine, file: unreachable, ...at };
    const plan = request.place((stages) =>
      probePlan({ engine, module, stages }, reached, [JSON.stringify(targets)]),
    );
    if (!plan) return { kind: "unplaced" };
    return await run(plan, targets);
  } finally {
    for (const server of [tcp, local, nameless]) server.close();
  }
}

function listener(): Server {
  return createServer((connection) => connection.on("error", () => {}).destroy());
}

async function listening(server: Server, at: object): Promise<void> {
  server.listen(at);
  await once(server, "listening");
}

async function run(plan: Plan, targets: ProbeTargets): Promise<Tried> {
  let said = "";
  const stdout = (chunk: Buffer) => {
    said += chunk;
  };
  const outcome = await spawn(plan, { stdout, stderr: () => {} }, new AbortController().signal);
  if (outcome.kind === "sealing-failed") return { kind: "refused" };
  const crash = outcome.kind === "crashed" ? `: ended ${outcome.detail}` : "";
  return judge(said, { token: targets.token, plan, crash });
}

// The kernel's word, never the engine's. Inside namespaces a file that was not bound is not there at all.
const DENIED = /^((EACCES|EPERM|EROFS)\b|os error (1|13|30)$)/;
const NOT_THERE = /^(ENOENT|os error 2)$/;
// An import tells no more of a file that it may not open.
const NOT_IMPORTED = /^ERR_MODULE_NOT_FOUND$/;

function judge(
  said: string,
  { token, plan, crash }: { readonly token: string; readonly plan: Plan; readonly crash: string },
): Tried {
  let seen: Readonly<Record<string, unknown>>;
  try {
    seen = JSON.parse(said);
  } catch {
    return { kind: "surprise", detail: `the engine does not start inside the kernel's layers${crash}` };
  }
  const { token: echoed, ...attempts } = seen;
  if (echoed !== token) return { kind: "surprise", detail: "the probe did not answer for itself" };
  const isDenial = (name: string, ending: string) =>
    DENIED.test(ending) ||
    (plan.level !== "strong" &&
      (NOT_THERE.test(ending) || (name.startsWith("import ") && NOT_IMPORTED.test(ending))));
  const open = Object.entries(attempts).find(([name, ending]) => !isDenial(name, String(ending)));
  if (!open) return { kind: "sealed" };
  return { kind: "surprise", detail: `inside the kernel's layers, "${open[0]}" ended with ${open[1]}` };
}
