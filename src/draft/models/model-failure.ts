import { WritError } from "../../terms/failure.ts";
import { visibleLine } from "../../terms/visible.ts";
import type { Endpoint } from "./resolve-endpoint.ts";

const DETAIL_CHARS_MOST = 300;

/** What an error of the client or the network means to the user, without the key. Own failures pass through. */
export function modelFailure(error: unknown, endpoint: Endpoint): WritError {
  if (error instanceof WritError) return error;
  const host = endpoint.host;
  const detail = clean(detailOf(error), endpoint.apiKey);
  const status = statusOf(error);
  if (status !== null)
    return new WritError({ kind: "model-refused", host, status, detail }, { cause: error });
  if (isFromStream(error)) return new WritError({ kind: "model-unusable", host, detail }, { cause: error });
  return new WritError({ kind: "model-unreachable", host, detail }, { cause: error });
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
};

function detailOf(error: unknown): string {
  for (const one of causes(error)) {
    const code = "code" in one && typeof one.code === "string" ? one.code : "";
    if (NETWORK[code]) return NETWORK[code];
  }
  const all = causes(error);
  const status = statusOf(error);
  if (status !== null) return all[0]!.message.replace(new RegExp(`^${status} `), "");
  if (isFromStream(error)) return `its stream is broken: ${all[0]!.message}`;
  return all.at(-1)?.message ?? String(error);
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 8; one = one.cause) {
    chain.push(
      one,
      ...(one instanceof AggregateError ? one.errors.filter((inner) => inner instanceof Error) : []),
    );
  }
  return chain;
}

function statusOf(error: unknown): number | null {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" ? status : null;
}

// An error event in the stream is an APIError without a status; a chunk that is not JSON a SyntaxError.
function isFromStream(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof Error && "requestID" in error && "error" in error && error.error !== undefined;
}

function clean(detail: string, key: string | null): string {
  const keyless = key === null ? detail : detail.replaceAll(key, "(the key)");
  const line = visibleLine(
    keyless
      .replace(/\b(?:sk|pk)-[\w*.-]{6,}/g, "(a key)")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return line.length > DETAIL_CHARS_MOST ? `${line.slice(0, DETAIL_CHARS_MOST)}…` : line || "no reason given";
}
