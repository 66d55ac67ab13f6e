/**
 * What a probe runs as its trusted module, with every permission of the engine granted, so that whatever stops it is the
 * kernel's doing. Arguments after the invocation: one as JSON, {@link ProbeTargets}. It prints one line of JSON: the
 * token, and how each attempt ended ("done", or the error's code or words).
 */
export const PROBE_MODULE = `const { token, engine, file, target, port, socket, abstract } = JSON.parse(Deno.args.at(-1));
const url = "file://" + encodeURI(file);
const words = (error) => /os error \\d+/.exec(error.message)?.[0] ?? error.code ?? error.message ?? error.name;
const attempt = async (work) => {
  try {
    await work();
    return "done";
  } catch (error) {
    return words(error);
  }
};
const local = async (path) => (await Deno.connect({ transport: "unix", path })).close();
const readAsNode = async () => (await import("node:fs")).readFileSync(file);
const inWorker = () => new Promise((done, failed) => {
  const code = "try { Deno.readTextFileSync(" + JSON.stringify(file) + "); postMessage('done'); } catch (error) { postMessage(error.code ?? error.message); }";
  const worker = new Worker("data:text/javascript," + encodeURIComponent(code), { type: "module" });
  worker.onmessage = ({ data }) => { worker.terminate(); data === "done" ? done() : failed({ code: data }); };
  worker.onerror = (error) => { error.preventDefault(); failed(error); };
});
const sendDatagram = async () => {
  const from = Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 });
  await from.send(new Uint8Array(1), { transport: "udp", hostname: "127.0.0.1", port });
  from.close();
};
const seen = {
  token,
  "read a file": await attempt(() => Deno.readTextFileSync(file)),
  "read a file on another thread": await attempt(() => Deno.readFile(file)),
  "read a file as Node does": await attempt(readAsNode),
  "read a file in a worker": await attempt(inWorker),
  "import a file as text": await attempt(() => import(url, { with: { type: "text" } })),
  "import a file as bytes": await attempt(() => import(url, { with: { type: "bytes" } })),
  "import a file as JSON": await attempt(() => import(url, { with: { type: "json" } })),
  "fetch a file": await attempt(async () => (await fetch(url)).text()),
  "write a file": await attempt(() => Deno.writeTextFileSync(target, token)),
  "connect by TCP": await attempt(() => Deno.connect({ hostname: "127.0.0.1", port })),
  "listen by TCP": await attempt(() => Deno.listen({ hostname: "127.0.0.1", port: 0 })),
  "send by UDP": await attempt(sendDatagram),
  "connect to a socket by its path": await attempt(() => local(socket)),
  "connect to an abstract socket": await attempt(() => local(abstract)),
  "start a program": await attempt(() => new Deno.Command(engine, { args: ["--version"] }).outputSync()),
  "signal its parent": await attempt(() => Deno.kill(Deno.ppid, "SIGCONT")),
};
Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(seen) + "\\n"));
Deno.exit(0);
`;

/** What a probe reaches for. All of it is there to be had by whoever is not sealed. */
export interface ProbeTargets {
  readonly token: string;
  /** The engine itself: the one program that may be there. */
  readonly engine: string;
  /** A JSON file that writ can read, and a path that it could write. */
  readonly file: string;
  readonly target: string;
  /** Who listens: a TCP port, which takes datagrams too; a socket's path; a name that is no path ("\\0…"). */
  readonly port: number;
  readonly socket: string;
  readonly abstract: string;
}
