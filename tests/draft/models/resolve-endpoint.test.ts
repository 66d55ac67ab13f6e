import { describe, expect, test } from "vitest";
import { findPreset } from "../../../src/draft/models/presets.ts";
import { isLoopback, resolveEndpoint } from "../../../src/draft/models/resolve-endpoint.ts";
import { WritError } from "../../../src/terms/failure.ts";

type Settings = Parameters<typeof resolveEndpoint>[0];

function failureOf(settings: Settings): unknown {
  try {
    return resolveEndpoint(settings);
  } catch (error) {
    return error instanceof WritError ? error.failure : error;
  }
}

describe("resolveEndpoint", () => {
  test("is null where nothing is configured, or only blanks", () => {
    expect(resolveEndpoint({ env: {}, config: {} })).toBeNull();
    expect(resolveEndpoint({ env: { OPENAI_API_KEY: " ", WRIT_MODEL: "" }, config: {} })).toBeNull();
    expect(
      resolveEndpoint({ env: { OPENAI_API_KEY: "exported for another program" }, config: {} }),
    ).toBeNull();
  });

  test("takes a key and a model to the hosted service", () => {
    expect(resolveEndpoint({ env: { OPENAI_API_KEY: "k", WRIT_MODEL: "m" }, config: {} })).toEqual({
      baseURL: "https://api.openai.com/v1",
      apiKey: "k",
      model: "m",
      host: "api.openai.com",
      loopback: false,
    });
  });

  test("needs no key on loopback", () => {
    const env = { OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/", WRIT_MODEL: "m" };
    expect(resolveEndpoint({ env, config: {} })).toEqual({
      baseURL: "http://127.0.0.1:11434/v1",
      apiKey: null,
      model: "m",
      host: "127.0.0.1:11434",
      loopback: true,
    });
  });

  test("lets the command line win over the environment, and that over the configuration", () => {
    const config = { model: "config", base_url: "http://localhost:1/v1" };
    const env = { WRIT_MODEL: "env", OPENAI_BASE_URL: "http://localhost:2/v1" };
    expect(resolveEndpoint({ env: {}, config })).toMatchObject({ model: "config", host: "localhost:1" });
    expect(resolveEndpoint({ env, config })).toMatchObject({ model: "env", host: "localhost:2" });
    expect(resolveEndpoint({ env, config, model: "flag" })).toMatchObject({ model: "flag" });
  });

  test("takes a preset by name, and an address before it", () => {
    const config = { preset: "ollama", model: "m" };
    expect(resolveEndpoint({ env: {}, config })).toMatchObject({ baseURL: findPreset("ollama")!.baseURL });
    const env = { OPENAI_BASE_URL: "http://localhost:2/v1" };
    expect(resolveEndpoint({ env, config })).toMatchObject({ host: "localhost:2" });
  });

  test("asks for a model where there is none", () => {
    expect(
      failureOf({ env: { OPENAI_BASE_URL: "https://api.openai.com/v1", OPENAI_API_KEY: "k" }, config: {} }),
    ).toEqual({
      kind: "usage",
      problem: "no model is chosen for api.openai.com",
      help: "name one with -m MODEL or export WRIT_MODEL=MODEL",
    });
  });

  test("asks for a key where the service is known to need one", () => {
    const failure = { kind: "no-key", host: "api.openai.com", variable: "OPENAI_API_KEY" };
    expect(failureOf({ env: { WRIT_MODEL: "m" }, config: {} })).toEqual(failure);
    const env = { OPENAI_BASE_URL: "https://api.openai.com/v1", WRIT_MODEL: "m" };
    expect(failureOf({ env, config: {} })).toEqual(failure);
  });

  test.each(["nonsense", "ftp://h/v1", "http://user:hidden@host/v1", "h:hidden@x"])(
    "refuses the address %s",
    (address) => {
      const failure = failureOf({ env: { OPENAI_BASE_URL: address, WRIT_MODEL: "m" }, config: {} });
      expect(failure).toMatchObject({ kind: "usage" });
    },
  );

  test("does not repeat a password that stands in the address", () => {
    const failure = failureOf({
      env: { OPENAI_BASE_URL: "http://user:hidden@host/v1", WRIT_MODEL: "m" },
      config: {},
    });
    expect(JSON.stringify(failure)).not.toContain("hidden");
  });

  test("names the presets where one is unknown", () => {
    expect(failureOf({ env: {}, config: { preset: "olama", model: "m" } })).toMatchObject({
      kind: "usage",
      help: expect.stringContaining("ollama"),
    });
  });
});

test.each([
  ["http://localhost/", true],
  ["http://127.8.9.1:80/", true],
  ["http://[::1]:1/", true],
  ["http://0x7f.1/", true],
  ["http://127.0.0.1.example.org/", false],
  ["http://localhost.example.org/", false],
  ["http://0.0.0.0/", false],
  ["http://192.168.1.5/", false],
])("isLoopback of %s is %s", (url, loopback) => {
  expect(isLoopback(new URL(url))).toBe(loopback);
});
