/** The parts of a URL. Those it has not are "". */
export interface UrlParts {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** Decoded; of a name that comes again, its first value. */
  readonly query: Readonly<Record<string, string>>;
  readonly hash: string;
}

/** The parts of a URL, or of the path with a query that stands in access logs; null where it is neither. */
export function parseUrl(text: string): UrlParts | null {
  const isPath = text.startsWith("/") && !text.startsWith("//");
  const url = URL.parse(text, isPath ? "http://path" : undefined);
  if (!url) return null;
  const query: [string, string][] = [...url.searchParams].reverse();
  return {
    protocol: isPath ? "" : url.protocol.slice(0, -1),
    host: isPath ? "" : url.hostname,
    port: url.port,
    path: url.pathname,
    query: Object.fromEntries(query),
    hash: url.hash.slice(1),
  };
}
