// What a snippet tries to reach, with the check left out: first as the runner presents the world, then what
// the engine says when the runner's removal of names is walked around by a module of its own.

import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";
import { runSealed } from "../support/sealed-run.ts";

let port = 0;
let connections = 0;
const server = createServer((socket) => {
  connections++;
  socket.destroy();
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const GONE = [
  ...["Deno", "process", "fetch", "WebSocket", "Worker", "navigator", "localStorage", "caches", "setTimeout"],
  ...["WebAssembly", "Buffer", "global", "require", "performance", "crypto", "EventSource", "indexedDB"],
];

describe("names that are out of reach", () => {
  test.each(GONE)("%s is not there", async (name) => {
    const { stdout } = await runSealed(`export default () => typeof ${name}`);
    expect(stdout).toBe("undefined\n");
  });

  test.each(["Map", "JSON", "URL", "Intl"])("%s is", async (name) => {
    const { stdout } = await runSealed(`export default () => typeof ${name} !== "undefined"`);
    expect(stdout).toBe("true\n");
  });
});

describe("a stack of what the runner compiles later", () => {
  // The reader of CSV is made to fail, and the stack of that is looked at frame by frame.
  const attack = (found: string) => `export default (input) => {
    const { charCodeAt } = String.prototype;
    const rows = input.records();
    let error;
    String.prototype.charCodeAt = undefined;
    try { rows.next(); } catch (thrown) { error = thrown; }
    String.prototype.charCodeAt = charCodeAt;
    let guests;
    Error.prepareStackTrace = (_, sites) => { guests = sites.filter((site) => site.getFileName() === "/guest"); };
    void error?.stack;
    return guests.filter((site) => ${found}).length;
  };`;
  const run = async (found: string) => {
    const file = join(scratchFolder("writ-reach"), "table.csv");
    writeFileSync(file, 'a,b\n1,"x\ny"\n3,4\n');
    return Number((await runSealed(attack(found), { file })).stdout);
  };

  test("has frames of it", async () => expect(await run("true")).toBeGreaterThan(1));
  test("hands out no function of it", async () =>
    expect(await run('typeof site.getFunction() === "function"')).toBe(0));
  test("hands out no receiver, the global object least of all", async () =>
    expect(await run('typeof site.getThis() === "object"')).toBe(0));
});

describe("code from strings", () => {
  test.each([
    ["eval", "(0, eval)('1')"],
    ["the function constructor", "(() => {}).constructor('return 1')()"],
    ["the generator constructor", "(function* () {}).constructor('yield 1')().next().value"],
    ["the async function constructor", "(async () => {}).constructor('return 1')()"],
  ])("by %s throws", async (_name, expression) => {
    const { outcome, stderr } = await runSealed(`export default () => ${expression}`);
    expect(outcome.kind).toBe("failed");
    expect(stderr).toMatch(/eval is not defined|constructor\(\.\.\.\) is not a function/);
  });
});

describe("files", () => {
  test.each([
    ["text", /Requires read access to "\/etc\/passwd"/],
    ["json", /Requires read access to "\/etc\/passwd"/],
    ["bytes", /The import attribute type of "bytes" is unsupported/],
  ])("a static import of a file as %s is refused", async (type, denial) => {
    const { outcome, stdout, stderr } = await runSealed(
      `import secret from "file:///etc/passwd" with { type: "${type}" }; export default () => String(secret);`,
    );
    expect(outcome.kind).toBe("failed");
    expect(stdout).toBe("");
    expect(stderr).toMatch(denial);
  });

  test.each([
    // These modules of the engine do not even load without the names that the runner removed.
    ["node:fs", "it.readFileSync('/etc/passwd')", /globalThis is not defined/],
    ["node:child_process", "it.execSync('id')", /globalThis is not defined/],
    ["node:process", "JSON.stringify(it.env)", /globalThis is not defined/],
    ["node:sqlite", "new it.DatabaseSync('/etc/passwd')", /node:sqlite is not in reach of a snippet/],
  ])("an import of %s is refused", async (module, use, denial) => {
    const { stdout, stderr, outcome } = await runSealed(
      `import * as it from "${module}"; export default () => ${use}`,
    );
    expect([outcome.kind, stdout]).toEqual(["failed", ""]);
    expect(stderr).toMatch(denial);
  });

  test("its own input is read (control)", async () => {
    const { stdout } = await runSealed("export default (input) => input.lines().take(1)", {
      file: "samples/access.log",
    });
    expect(stdout).toMatch(/^203\.0\.113\./);
  });
});

describe("the network", () => {
  test.each([
    ["node:net", (at: number) => `connect(${at}, "127.0.0.1")`],
    ["node:http", (at: number) => `get("http://127.0.0.1:${at}/")`],
  ])("a connection with %s is refused", async (module, use) => {
    const before = connections;
    const { outcome, stderr } = await runSealed(
      `import * as it from "${module}"; export default () => new Promise((done, fail) => { it.${use(port)}.on("error", fail).on("connect", done).on("response", done); })`,
    );
    expect(outcome.kind).toBe("failed");
    expect(stderr).toMatch(/globalThis is not defined/);
    expect(connections).toBe(before);
  });

  test("an import over http is refused", async () => {
    const before = connections;
    const { outcome, stderr } = await runSealed(
      `import "http://127.0.0.1:${port}/x.mjs"; export default () => 1;`,
    );
    expect(outcome.kind).toBe("failed");
    expect(stderr).toMatch(/--no-remote is specified/);
    expect(connections).toBe(before);
  });

  test("the server does answer (control)", async () => {
    const { connect } = await import("node:net");
    const before = connections;
    await new Promise((done) => connect(port, "127.0.0.1").on("close", done).on("error", done));
    expect(connections).toBe(before + 1);
  });
});
