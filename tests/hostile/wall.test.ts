// What the kernel stops by itself: the engine runs with every permission of its own, inside the layers of a run.
// The control beside each attempt is the same program, with the same permissions, without the stage.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placePlan } from "../../src/cli/kept/place-file.ts";
import { findEngine } from "../../src/run/engine.ts";
import { probePlan } from "../../src/run/probe-plan.ts";
import type { Reached } from "../../src/run/reached.ts";
import { buildStage } from "../../src/run/stage/build-stage.ts";
import { reachedHere } from "../support/this-machine.ts";

const reached = await reachedHere();
const folder = mkdtempSync(join(tmpdir(), "writ-wall-"));
const secret = join(folder, "secret.txt");
const server = createServer((socket) => socket.on("error", () => {}).end("hello"));
let port = 0;
let number = 0;

beforeAll(async () => {
  writeFileSync(secret, "the secret");
  mkdirSync(join(folder, "sub"));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Run a module with all of the engine's permissions, inside the stage or without it. */
async function attempt(
  body: string,
  { sealed, inside = reached }: { readonly sealed: boolean; readonly inside?: Reached },
): Promise<string> {
  const module = join(folder, `attempt-${number++}.mjs`);
  const values = JSON.stringify({ secret, folder, port, pid: process.pid });
  writeFileSync(
    module,
    `const { secret, folder, port, pid } = ${values};
try { console.log("got", await (async () => { ${body} })()); }
catch (error) { console.log("denied", error.code ?? error.message); }
Deno.exit(0);`,
  );
  const plan = placePlan(folder, (stages) => probePlan({ engine: findEngine(), module, stages }, inside, []));
  const argv = sealed ? plan.argv : plan.argv.filter((word) => word !== plan.stage?.path);
  const child = spawn(argv[0]!, argv.slice(1), { env: plan.env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await new Promise((ended) => child.on("close", ended));
  return said.trim();
}

describe.skipIf(reached.level !== "strong")(
  "inside the kernel's layers, with every permission of the engine",
  () => {
    test.each([
      ["read a file", "return Deno.readTextFileSync(secret);", "got the secret", "denied EACCES"],
      [
        "read a file in another thread",
        "return Deno.readTextFile(secret);",
        "got the secret",
        "denied EACCES",
      ],
      [
        "read /etc/passwd",
        'return Deno.readTextFileSync("/etc/passwd").length > 0;',
        "got true",
        "denied EACCES",
      ],
      [
        "import a file as text",
        'return (await import("file://" + secret, { with: { type: "text" } })).default;',
        "got the secret",
        /^denied (ERR_|.*(os error 13|not found))/i,
      ],
      ["list a folder", "return [...Deno.readDirSync(folder)].length > 0;", "got true", "denied EACCES"],
      [
        "write a file",
        'return Deno.writeTextFileSync(folder + "/w", "x") ?? "ok";',
        "got ok",
        "denied EACCES",
      ],
      ["make a folder", 'return Deno.mkdirSync(folder + "/d") ?? "ok";', "got ok", /^denied (EACCES|EPERM)/],
      [
        "remove a folder",
        'return Deno.removeSync(folder + "/sub") ?? "ok";',
        "got ok",
        /^denied (EACCES|EPERM)/,
      ],
      ["connect over TCP", "return (await Deno.connect({ port })) && 1;", "got 1", "denied EPERM"],
      ["listen over TCP", "return Deno.listen({ port: 0 }) && 1;", "got 1", "denied EPERM"],
      [
        "open a UDP socket",
        'const { createSocket } = await import("node:dgram"); return new Promise((done, fail) => createSocket("udp4").on("error", fail).bind(0, () => done(1)));',
        "got 1",
        /^denied .*EPERM/,
      ],
      [
        "listen on a local socket",
        'return Deno.listen({ transport: "unix", path: folder + "/s" }) && 1;',
        "got 1",
        "denied EPERM",
      ],
      [
        "start a program",
        'return new Deno.Command("/bin/true").outputSync().code;',
        "got 0",
        /^denied (EPERM|EACCES)/,
      ],
      [
        "signal writ",
        'return Deno.kill(pid, "SIGCONT") ?? "ok";',
        "got ok",
        /^denied (EPERM|.*not permitted)/,
      ],
      [
        "handle SIGXCPU",
        'return Deno.addSignalListener("SIGXCPU", () => {}) ?? "ok";',
        "got ok",
        /^denied .*(EPERM|not permitted)/,
      ],
      [
        "read another's environment",
        'return Deno.readTextFileSync("/proc/" + pid + "/environ").length > 0;',
        "got true",
        "denied EACCES",
      ],
    ])("it cannot %s", async (_what, body, granted, denied) => {
      expect(await attempt(body, { sealed: false })).toBe(granted);
      rmSync(join(folder, "w"), { force: true });
      rmSync(join(folder, "d"), { recursive: true, force: true });
      rmSync(join(folder, "s"), { force: true });
      mkdirSync(join(folder, "sub"), { recursive: true });
      expect(await attempt(body, { sealed: true })).toMatch(
        typeof denied === "string" ? new RegExp(`^${denied}$`) : denied,
      );
    });

    test("no system call that is not on the list succeeds, as strace sees it", {
      skip: !canTrace(),
    }, async () => {
      const module = join(folder, "traced.mjs");
      writeFileSync(module, "console.log(await Promise.resolve([3, 1, 2].sort().join('')));");
      const plan = placePlan(folder, (stages) =>
        probePlan({ engine: findEngine(), module, stages }, reached, []),
      );
      const trace = join(folder, "trace");
      const { stdout } = spawnSync("strace", ["-f", "-o", trace, ...plan.argv], { env: plan.env });
      expect(stdout.toString()).toBe("123\n");
      const lines = readFileSync(trace, "utf8").split("\n");
      const sealed = lines.slice(lines.findIndex((line) => line.includes("seccomp(")) + 1);
      const made = new Set(sealed.flatMap((line) => /^\d+ +(\w+)\(/.exec(line)?.[1] ?? []));
      const { FILTER } = await import("../../src/run/layers/seccomp.ts");
      const listed = new Set([...FILTER.plain, ...FILTER.checked.map(({ call }) => call)] as string[]);
      expect(made.size).toBeGreaterThan(20);
      const refused = [...made].filter((call) => !listed.has(call) && call !== "clone3");
      for (const call of refused) {
        const answers = sealed.filter((line) => new RegExp(`^\\d+ +${call}\\(.*= `).test(line));
        expect([call, answers.every((line) => line.includes("EPERM"))]).toEqual([call, true]);
      }
    });

    // Signal 0 only asks whether one could be sent. The engine's own words for it go another way (kill).
    test.each([6, 5, 1])(
      "it cannot signal writ as a thread does, with Landlock's interface %d",
      async (abi) => {
        const libc =
          'Deno.dlopen("libc.so.6", { tgkill: { parameters: ["i32", "i32", "i32"], result: "i32" } })';
        const body = `return ${libc}.symbols.tgkill(pid, pid, 0);`;
        const inside = { ...reached, landlockAbi: abi } as Reached;
        expect(await attempt(body, { sealed: false, inside })).toBe("got 0");
        expect(await attempt(body, { sealed: true, inside })).toBe("got -1");
      },
    );

    test("a stage that lost its end refuses", () => {
      const module = join(folder, "attempt-0.mjs");
      const { stage } = probePlan({ engine: findEngine(), module, stages: folder }, reached, []);
      const path = join(folder, "cut");
      const bytes = buildStage(stage!);
      writeFileSync(path, bytes.subarray(0, bytes.length - 8), { mode: 0o700 });
      expect(spawnSync(path, ["deno", "run", module], { encoding: "utf8" }).status).toBe(125);
    });
  },
);

function canTrace(): boolean {
  return spawnSync("strace", ["-o", "/dev/null", "/bin/true"]).status === 0;
}
