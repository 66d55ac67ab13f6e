// What the client's and the network's errors tell, without knowing their classes: the client is loaded late.

/** An error and what caused it, outermost first. */
export function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 8; one = one.cause) {
    chain.push(
      one,
      ...(one instanceof AggregateError ? one.errors.filter((inner) => inner instanceof Error) : []),
    );
  }
  return chain;
}

/** The HTTP status that was answered, or null where there was no answer. */
export function statusOf(error: unknown): number | null {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" ? status : null;
}

export function headersOf(error: unknown): Headers | null {
  return error instanceof Error && "headers" in error && error.headers instanceof Headers
    ? error.headers
    : null;
}

/** The provider's own word for it: its `code` and `type`, or nothing. */
export function codeOf(error: unknown): string {
  const { code = "", type = "" } = Object(error) as { code?: unknown; type?: unknown };
  return `${code ?? ""} ${type ?? ""}`.trim();
}

/** An error event in the stream is an APIError without a status; a chunk that is not JSON a SyntaxError. */
export function isFromStream(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof Error && "requestID" in error && "error" in error && error.error !== undefined;
}
