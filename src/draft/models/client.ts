import http from "node:http";
import type { OpenAI } from "openai";
import { boundedFetch } from "./bounded-fetch.ts";
import type { Endpoint } from "./resolve-endpoint.ts";

/** The client for an endpoint, loaded on first use. It takes nothing from the environment by itself and logs nothing. */
export async function clientFor(endpoint: Endpoint): Promise<OpenAI> {
  const { OpenAI } = await import("openai");
  return new OpenAI({
    ...FROM_NO_ENVIRONMENT,
    baseURL: endpoint.baseURL,
    apiKey: endpoint.apiKey ?? "none",
    ...(endpoint.apiKey === null ? { defaultHeaders: { authorization: null } } : {}),
    maxRetries: 0,
    // Its own clock must not end what ours still waits for.
    timeout: DAY_MS,
    fetch: boundedFetch(endpoint.host),
    // A sample goes to the host that was agreed to, and not where that host points.
    fetchOptions: { redirect: "error" },
    logLevel: "off",
  });
}

const DAY_MS = 86_400_000;
const FROM_NO_ENVIRONMENT = { adminAPIKey: null, organization: null, project: null, webhookSecret: null };

/**
 * Until what is returned is called, requests go to their hosts: with NODE_USE_ENV_PROXY a proxy from the environment
 * would get what is meant to stay on this machine. Node sees no setting without an address, so one that nothing uses
 * is given. Absent before Node 24.14.
 */
export function goDirect(): () => void {
  const unused = "http://127.0.0.1:9";
  const settings = { http_proxy: unused, https_proxy: unused, no_proxy: "*" };
  return http.setGlobalProxyFromEnv?.(settings) ?? (() => {});
}
