import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { findLocalServers } from "../../../src/draft/models/find-local-servers.ts";
import { startModelServer } from "../../support/model-server.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const preset = (name: string, baseURL: string) => ({ name, baseURL, needsKey: false });

test("servers on this machine are found where they list a model, in the order of the presets", async () => {
  const [one, other, none] = [
    await startModelServer([], { models: ["b", "a"] }),
    await startModelServer([], { models: ["c"] }),
    await startModelServer([], { models: [] }),
  ];
  closing.push(one.close, other.close, none.close);
  const page = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
  );
  await new Promise<void>((listening) => page.listen(0, "127.0.0.1", listening));
  closing.push(() => page.close());
  const { port } = page.address() as AddressInfo;
  const found = await findLocalServers(new AbortController().signal, [
    preset("nobody", "http://127.0.0.1:9/v1"),
    preset("page", `http://127.0.0.1:${port}/v1`),
    preset("first", one.url),
    preset("empty", none.url),
    preset("second", other.url),
  ]);
  expect(found.map(({ preset: name, models }) => [name, models])).toEqual([
    ["first", ["b", "a"]],
    ["second", ["c"]],
  ]);
});

test("an address that is not this machine's by its name is not asked", async () => {
  const server = await startModelServer([], { models: ["a"] });
  closing.push(server.close);
  const signal = new AbortController().signal;
  expect(await findLocalServers(signal, [preset("far", server.url.replace("127.0.0.1", "0.0.0.0"))])).toEqual(
    [],
  );
  expect(await findLocalServers(signal, [preset("near", server.url)])).toHaveLength(1);
});
