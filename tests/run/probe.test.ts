// The probe beside its control: what the kernel denies to a sealed engine is there to be had by an unsealed one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { findEngine } from "../../src/run/engine.ts";
import { PROBE_MODULE, type ProbeTargets } from "../../src/run/probe-module.ts";
import { lookedHere } from "../support/this-machine.ts";

test.skipIf(process.platform !== "linux")("every attempt of the probe succeeds unsealed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "writ-probe-"));
  const servers = [createServer(), createServer(), createServer()];
  const abstract = `\0writ-probe-test-${process.pid}`;
  const socket = join(folder, "socket");
  const places = [{ port: 0, host: "127.0.0.1" }, { path: socket }, { path: abstract }];
  await Promise.all(servers.map((server, i) => new Promise<void>((done) => server.listen(places[i], done))));
  try {
    const targets: ProbeTargets = {
      ...{ token: "t", engine: findEngine(), file: resolve("package.json"), target: join(folder, "w") },
      ...{ port: (servers[0]!.address() as { port: number }).port, socket, abstract },
    };
    const module = join(folder, "probe.mjs");
    writeFileSync(module, PROBE_MODULE);
    const open = ["run", "--allow-all", "--no-config", "--unstable-raw-imports", "--unstable-net", module];
    const { stdout } = spawnSync(findEngine(), [...open, JSON.stringify(targets)], {
      encoding: "utf8",
      env: { DENO_DIR: "/dev/null/none" },
    });
    const { token, ...endings } = JSON.parse(stdout);
    expect([token, Object.keys(endings).length]).toEqual(["t", 16]);
    expect(Object.entries(endings).filter(([, ending]) => ending !== "done")).toEqual([]);
  } finally {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  }
});

test("a kernel without Landlock does not reach strong, and it is the kernel that cannot", async () => {
  const looked = await lookedHere("strong", { landlockNewest: 0 });
  expect(looked).toMatchObject({ kind: "missing", kernel: process.platform === "linux" });
});

test("without bubblewrap there is neither full nor namespace", async () => {
  for (const wall of ["full", "namespace"] as const) {
    expect(await lookedHere(wall, { bubblewrap: null })).toMatchObject({ kind: "missing", kernel: false });
  }
});

const reached = async (wall: "full" | "strong" | "namespace") => (await lookedHere(wall)).kind === "reached";

test.skipIf(!(await reached("namespace")))("with bubblewrap and no Landlock there is namespace", async () => {
  const looked = await lookedHere("namespace", { landlockNewest: 0, perl: null });
  expect(looked).toMatchObject({ kind: "reached", reached: { means: "bubblewrap" } });
});
