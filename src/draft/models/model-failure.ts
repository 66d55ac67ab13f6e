import { WritError } from "../../terms/failure.ts";
import { formatMs } from "../../terms/limit.ts";
import { contentOf, type Message } from "../prompt/message.ts";
import { causes, headersOf, isFromStream, statusOf } from "./client-error.ts";
import type { Endpoint } from "./resolve-endpoint.ts";
import { askedWaitMs } from "./retry.ts";
import { scrub } from "./scrub.ts";
import { DEFAULT_PATIENCE, type Patience } from "./stream-reply.ts";

/** How long Node's own client waits for a connection, TLS included. */
const CONNECT_MS = 10_000;

/** What was asked when something went wrong. `hasBegun`: a part of the reply had come. */
export interface Request {
  readonly endpoint: Endpoint;
  readonly messages: readonly Message[];
  readonly attempts: number;
  readonly patience?: Patience;
  readonly hasBegun: boolean;
}

/** What an error of the client or the network means to the user, without key or prompt. Own failures pass through. */
export function modelFailure(error: unknown, request: Request): WritError {
  if (error instanceof WritError) return error;
  const own = causes(error).find((one) => one instanceof WritError);
  if (own !== undefined) return own;
  const { endpoint, messages } = request;
  const { host, apiKey } = endpoint;
  const prompt = messages.map(contentOf).join("\n");
  const detail = scrub(detailOf(error), { key: apiKey, prompt }) + longWait(error, request.patience);
  const attempts = request.attempts > 1 ? { attempts: request.attempts } : {};
  const status = statusOf(error);
  if (status !== null)
    return new WritError({ kind: "model-refused", host, status, detail, ...attempts }, { cause: error });
  if (networkCode(error) === "UND_ERR_CONNECT_TIMEOUT")
    return new WritError({ kind: "model-slow", host, wait: "connect", waitedMs: CONNECT_MS });
  if (isFromStream(error) || request.hasBegun)
    return new WritError({ kind: "model-unusable", host, detail }, { cause: error });
  return new WritError({ kind: "model-unreachable", host, detail, ...attempts }, { cause: error });
}

/** Why a server that may be asked again later was not: it would be too long. */
function longWait(error: unknown, { waitMsMost } = DEFAULT_PATIENCE): string {
  const askedMs = askedWaitMs(headersOf(error), Date.now());
  return askedMs === null || askedMs <= waitMsMost ? "" : `; it asks to wait ${formatMs(askedMs)}`;
}

const NETWORK: Record<string, string> = {
  ECONNREFUSED: "connection refused, nothing listens there",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNRESET: "the connection was closed in the middle",
  EHOSTUNREACH: "there is no route to it",
  ENETUNREACH: "there is no network",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  UND_ERR_SOCKET: "the connection was closed in the middle",
  HPE_INVALID_CONSTANT: "what listens there does not speak HTTP",
  ERR_SSL_WRONG_VERSION_NUMBER: "what listens there does not speak TLS: is it http, not https?",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "what listens there does not speak TLS: is it http, not https?",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody this machine trusts",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody this machine trusts",
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

function networkCode(error: unknown): string {
  for (const one of causes(error)) {
    if ("code" in one && typeof one.code === "string" && one.code in NETWORK) return one.code;
  }
  return "";
}

function detailOf(error: unknown): string {
  const network = NETWORK[networkCode(error)];
  if (network !== undefined) return network;
  const all = causes(error);
  const status = statusOf(error);
  if (status !== null) return bodyText(all[0]!.message.replace(new RegExp(`^${status} `), ""));
  if (all.some(({ message }) => message === "unexpected redirect"))
    return "it points to another address, and a sample goes nowhere that was not agreed to";
  if (isFromStream(error)) return `its stream is broken: ${all[0]!.message}`;
  return all.at(-1)?.message ?? String(error);
}

/** The client gives the body of an answer without a message as it came, or says that there was none. */
function bodyText(message: string): string {
  if (/^status code \(no body\)$/.test(message)) return "no reason given";
  return /^\s*</.test(message) ? "a web page came with it, no reason" : message;
}
