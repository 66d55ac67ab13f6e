// What attacks are after, laid out in a folder of its own: secrets in every form, a working folder full of files
// that engines obey, listeners of every kind. `breaches` says what they got.
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Breach } from "./attack-file.ts";

export interface Bait {
  /** Stands in every planted secret; must be seen nowhere. */
  readonly token: string;
  /** What `{{name}}` in an attack stands for. */
  readonly places: Readonly<Record<string, string>>;
  /** What was written, connected, signalled or left running since the last call, one line each. */
  breaches(): readonly { readonly breach: Breach; readonly detail: string }[];
  close(): Promise<void>;
}

/** Folders for everyone in which an attack could leave a file. */
const COMMON_FOLDERS = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"];

export async function layBait(): Promise<Bait> {
  const root = mkdtempSync(join(tmpdir(), "writ-bait-"));
  const mark = `mark${randomBytes(6).toString("hex")}`;
  const token = `SECRET${randomBytes(12).toString("hex")}`;
  const folders = Object.fromEntries(["secret", "work", "home"].map((name) => [name, join(root, name)]));
  for (const folder of Object.values(folders)) mkdirSync(folder);
  laySecrets(folders.secret!, token);
  layTraps(folders.work!, folders.secret!, token);
  writeFileSync(join(folders.home!, ".npmrc"), `//localhost/:_authToken=${token}\n`);

  const seen: { breach: Breach; detail: string }[] = [];
  const listeners = await listen(root, mark, token, (detail) => seen.push({ breach: "connected", detail }));
  const onSignal = (signal: string) => void seen.push({ breach: "signalled", detail: signal });
  process.on("SIGUSR2", onSignal);

  let before = listing(root);
  const breaches = () => {
    const now = listing(root);
    for (const [path, state] of now) {
      if (before.get(path) !== state) seen.push({ breach: "written", detail: path });
    }
    for (const path of before.keys())
      if (!now.has(path)) seen.push({ breach: "written", detail: `${path} is gone` });
    before = now;
    for (const path of commonFiles(mark)) {
      seen.push({ breach: "written", detail: path });
      rmSync(path, { recursive: true, force: true });
    }
    for (const { pid, words } of processesNaming(mark)) {
      seen.push({ breach: "left", detail: `${pid}: ${words}` });
      process.kill(pid, "SIGKILL");
    }
    return seen.splice(0);
  };
  return {
    token,
    places: { ...folders, root, mark, ...listeners.places, pid: String(process.pid) },
    breaches,
    async close() {
      process.off("SIGUSR2", onSignal);
      await listeners.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function laySecrets(folder: string, token: string): void {
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put("secret.txt", `${token}\n`);
  put("secret.json", JSON.stringify({ token }));
  put("secret.mjs", `export default ${JSON.stringify(token)};\n`);
  put("secret.cjs", `module.exports = ${JSON.stringify(token)};\n`);
  put("secret.wasm", wasmWithData(token));
  put(
    "secret.map",
    JSON.stringify({ version: 3, sources: [token], sourcesContent: [token], names: [], mappings: "AAAA" }),
  );
  put("worker.mjs", `self.postMessage(${JSON.stringify(token)});\n`);
  const database = new DatabaseSync(join(folder, "secret.db"));
  database.exec(`create table secrets (token text); insert into secrets values ('${token}')`);
  database.close();
}

/** A module that exports a page of memory which begins with the text. */
function wasmWithData(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const section = (id: number, body: number[]) => [id, body.length, ...body];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(5, [1, 0, 1]),
    ...section(7, [1, 6, ...Buffer.from("memory"), 2, 0]),
    ...section(11, [1, 0, 0x41, 0, 0x0b, bytes.length, ...bytes]),
  ]);
}

/** Files that some engine or tool obeys in the folder it starts in. Each trap shows itself on stdout. */
function layTraps(work: string, secret: string, token: string): void {
  const put = (name: string, content: string) => writeFileSync(join(work, name), content);
  const say = `console.log("sprung", ${JSON.stringify(token)});\n`;
  put("trap.mjs", `${say}export default "sprung";\n`);
  put("trap.cjs", say);
  put("import_map.json", JSON.stringify({ imports: { trap: "./trap.mjs" } }));
  put("deno.json", JSON.stringify({ imports: { trap: "./trap.mjs" }, unstable: ["kv", "ffi"] }));
  put(
    "package.json",
    JSON.stringify({
      name: "work",
      type: "module",
      imports: { "#trap": "./trap.mjs" },
      dependencies: { trap: "*" },
    }),
  );
  put(".npmrc", `registry=http://127.0.0.1:9/\n`);
  // What attacks may be granted, and go on from.
  for (const name of ["granted.txt", "moved.txt", "removed.txt", "emptied.txt"]) put(name, "granted\n");
  mkdirSync(join(work, "folder"));
  put("folder/inside.txt", "inside\n");
  symlinkSync(join(secret, "secret.txt"), join(work, "folder", "link.txt"));
  put(".env", `BAIT_FROM_FILE=${token}\n`);
  mkdirSync(join(work, "node_modules", "trap"), { recursive: true });
  put(
    "node_modules/trap/package.json",
    JSON.stringify({
      name: "trap",
      version: "1.0.0",
      type: "module",
      exports: { ".": "./index.js", "./token": `./${token}.js` },
    }),
  );
  put(`node_modules/trap/${token}.js`, say);
  put("node_modules/trap/index.js", `${say}export default "sprung";\n`);
  symlinkSync(join(secret, "secret.txt"), join(work, "link.txt"));
  symlinkSync(secret, join(work, "link"));
}

async function listen(root: string, mark: string, token: string, connected: (how: string) => void) {
  const sockets = new Set<Socket>();
  const greet = (socket: Socket, how: string) => {
    connected(how);
    sockets.add(socket.on("error", () => {}));
  };
  const tcp = createServer((socket) => {
    greet(socket, "tcp");
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nContent-Length: ${token.length + 2}\r\n\r\n"${token}"`;
    socket.once("data", () => socket.end(answer));
  });
  await listening(tcp, { port: 0, host: "127.0.0.1" });
  const unix = createServer((socket) => {
    greet(socket, "unix socket");
    socket.end(token);
  });
  await listening(unix, { path: join(root, "socket") });
  const abstract = createServer((socket) => {
    greet(socket, "abstract socket");
    socket.end(token);
  });
  await listening(abstract, { path: `\0${mark}` });
  const udp = createSocket("udp4");
  udp.on("message", () => connected("udp"));
  await new Promise<void>((done) => udp.bind(0, "127.0.0.1", done));
  return {
    places: {
      tcp: String((tcp.address() as AddressInfo).port),
      udp: String(udp.address().port),
      unix: join(root, "socket"),
    },
    async close() {
      udp.close();
      for (const socket of sockets) socket.destroy();
      await Promise.all([tcp, unix, abstract].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function listening(server: Server, where: object): Promise<void> {
  return new Promise((done, fail) => server.once("error", fail).listen(where, done));
}

/** Every path below a folder with what changes when it is written. */
function listing(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const { mode, size, mtimeMs, nlink } = lstatSync(path);
    const isLink = (mode & 0o170000) === 0o120000;
    found.set(path, `${mode} ${size} ${mtimeMs} ${nlink} ${isLink ? readlinkSync(path) : ""}`);
  }
  return found;
}

function commonFiles(mark: string): string[] {
  return COMMON_FOLDERS.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.includes(mark))
      .map((name) => join(folder, name)),
  );
}

/** Processes whose command line holds the mark. */
function processesNaming(mark: string): { readonly pid: number; readonly words: string }[] {
  return namesIn("/proc").flatMap((name) => {
    const pid = Number(name);
    if (Number.isNaN(pid) || pid === process.pid) return [];
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return words.includes(mark) ? [{ pid, words: words.slice(0, 200) }] : [];
    } catch {
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
