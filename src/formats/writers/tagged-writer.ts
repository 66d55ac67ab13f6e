import { toJson } from "../json-value.ts";
import { isScalar, toText } from "../row.ts";
import { nothing, type Writer } from "./writer.ts";

/** For a host that draws: every line begins with `r` (a JSON record), `l` (a line of text) or `b` (base64). */
export function taggedWriter(): Writer {
  return { item, bytes: (chunk) => `b${toBase64(chunk)}\n`, end: nothing };
}

function item(value: unknown): string {
  if (!isScalar(value)) return `r${toJson(value)}\n`;
  const text = toText(value);
  const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
  return `l${lines.replaceAll("\n", "\nl")}\n`;
}

function toBase64(chunk: Uint8Array): string {
  // ES2026; not yet in the type library.
  return (chunk as unknown as { toBase64(): string }).toBase64();
}
