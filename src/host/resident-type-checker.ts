import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { connect, type Peer } from "./json-rpc.ts";
import type { TypeCheck } from "./type-checker.ts";

/** A type checker that stays, so that it reads its library once. */
export interface ResidentTypeChecker {
  /**
   * Check a project of files, `tsconfig.json` among them. They are handed over from memory: nothing is written, and the
   * checker is shown no other file but its own library. `unusable` where it did not answer as expected; the next
   * check then starts another one. One check at a time: others wait.
   */
  check(files: Readonly<Record<string, string>>): Promise<TypeCheck>;
  /** Settles when the checker has ended. */
  close(): Promise<void>;
}

const FOLDER = "/project";
const TIME_OUT_MS = 20_000;
const CALLBACKS = ["readFile", "fileExists", "directoryExists", "getAccessibleEntries", "realpath"];

/**
 * Nothing is started before the first check. The checker ends when this process does, however that ends: its stdin is
 * closed then. It gets an empty environment, and executes nothing of what it checks.
 */
export function residentTypeChecker(executable: string): ResidentTypeChecker {
  let server: Server | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function checkNow(files: Readonly<Record<string, string>>): Promise<TypeCheck> {
    server ??= startServer(executable);
    try {
      return await within(server.check(files));
    } catch (error) {
      await stop();
      return { kind: "unusable", detail: `the type checker: ${(error as Error).message}` };
    }
  }

  async function stop(): Promise<void> {
    const stopped = server;
    server = null;
    await stopped?.stop();
  }

  return {
    check(files) {
      const checked = last.then(() => checkNow(files));
      last = checked;
      return checked;
    },
    close: stop,
  };
}

function within<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new Error(`it did not answer within ${TIME_OUT_MS / 1000} s`);
    const timer = setTimeout(() => reject(late), TIME_OUT_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Server {
  check(files: Readonly<Record<string, string>>): Promise<TypeCheck>;
  stop(): Promise<void>;
}

/** Its protocol is that of `tsc --api` in TypeScript 7.0, which calls itself unstable: any surprise is an error. */
function startServer(executable: string): Server {
  const child = spawn(executable, ["--api", "--async", "--cwd", "/", `--callbacks=${CALLBACKS.join(",")}`], {
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
  });
  const library = `${dirname(executable)}/`;
  let shown: ReadonlyMap<string, string> = new Map();
  const peer = connect({ from: child.stdout, to: child.stdin }, (method, params) => {
    const path = String(Array.isArray(params) ? params[0] : params);
    const isLibrary = path.startsWith(library) && !path.includes("/../");
    return isLibrary ? null : lookUp(method, path, shown);
  });
  child.on("error", peer.lose);
  child.on("exit", (code, signal) => peer.lose(new Error(`it ended with ${signal ?? code}`)));
  detach(child);
  let snapshot: Snapshot | null = null;
  return {
    async check(files) {
      const before = shown;
      shown = new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
      const next = await snapshotOf(peer, { known: snapshot !== null, before, now: shown });
      if (snapshot) await peer.request("release", { snapshot: snapshot.snapshot });
      snapshot = next;
      return { kind: "checked", ...printed(await diagnosticsOf(peer, next), shown) };
    },
    async stop() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Neither the process nor its pipes keep writ from ending. */
function detach(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref?(): void }).unref?.();
}

/** What it is told of the files: those of the project, and no others. Null: it looks itself, in its own library. */
function lookUp(method: string, path: string, files: ReadonlyMap<string, string>): unknown {
  switch (method) {
    case "readFile":
      return { content: files.get(path) ?? null };
    case "fileExists":
      return files.has(path);
    case "directoryExists":
      return path === FOLDER || path === "/";
    case "getAccessibleEntries":
      return {
        files: path === FOLDER ? [...files.keys()].map((file) => file.slice(FOLDER.length + 1)) : [],
        directories: [],
      };
    case "realpath":
      return path;
    default:
      throw new Error(`it asked for ${method}, which it must not need`);
  }
}

interface Snapshot {
  readonly snapshot: number;
  readonly projects: readonly { readonly id: string }[];
}

async function snapshotOf(
  peer: Peer,
  {
    known,
    before,
    now,
  }: { known: boolean; before: ReadonlyMap<string, string>; now: ReadonlyMap<string, string> },
): Promise<Snapshot> {
  const changed = [...now.keys()].filter((path) => before.get(path) !== now.get(path));
  const asked = known
    ? peer.request("updateSnapshot", { fileChanges: { changed } })
    : peer
        .request("initialize", null)
        .then(() => peer.request("updateSnapshot", { openProjects: [`${FOLDER}/tsconfig.json`] }));
  const next = (await asked) as Snapshot;
  if (next?.projects?.length !== 1) throw new Error("it has not opened the one project");
  return next;
}

interface Diagnostic {
  readonly fileName?: string;
  readonly pos: number;
  readonly code: number;
  readonly category: number;
  readonly text: string;
  readonly messageChain?: readonly Diagnostic[];
}

const ERROR = 1;

// As tsc itself does: what a project cannot mean, then what does not parse, then what does not fit.
const ROUNDS = [
  ["getConfigFileParsingDiagnostics", "getProgramDiagnostics"],
  ["getSyntacticDiagnostics"],
  ["getBindDiagnostics", "getSemanticDiagnostics", "getGlobalDiagnostics"],
] as const;

async function diagnosticsOf(peer: Peer, { snapshot, projects }: Snapshot): Promise<readonly Diagnostic[]> {
  const project = projects[0]!.id;
  for (const round of ROUNDS) {
    const found: Diagnostic[] = [];
    for (const method of round) {
      const answer = (await peer.request(method, { snapshot, project })) ?? [];
      if (!Array.isArray(answer)) throw new Error(`it answered ${method} with something else than a list`);
      found.push(...answer.filter(({ category }) => category === ERROR));
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Diagnostics as the one-shot checker prints them. */
function printed(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, string>,
): { readonly exitCode: number; readonly output: string } {
  const lines = diagnostics.map((one) => {
    const text = `error TS${one.code}: ${[one.text, ...chain(one, 1)].join("\n")}\n`;
    const file = one.fileName === undefined ? undefined : files.get(one.fileName);
    return file === undefined
      ? text
      : `${one.fileName!.slice(FOLDER.length + 1)}${lineAndColumn(file, one.pos)}: ${text}`;
  });
  return { exitCode: diagnostics.length > 0 ? 2 : 0, output: lines.join("") };
}

function chain({ messageChain = [] }: Diagnostic, depth: number): readonly string[] {
  return messageChain.flatMap((one) => [`${"  ".repeat(depth)}${one.text}`, ...chain(one, depth + 1)]);
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `(${before.split("\n").length},${offset - before.lastIndexOf("\n")})`;
}
