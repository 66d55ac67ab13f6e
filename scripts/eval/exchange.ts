import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { z } from "zod";

const exchange = z.object({
  v: z.literal(1),
  task: z.string(),
  /** From 1: the first draft. */
  attempt: z.number().int().min(1),
  model: z.string(),
  at: z.string(),
  /** Of the messages as JSON; null where the prompt was none of writ's. */
  promptSha256: z.string().nullable(),
  reply: z.string(),
  finishReason: z.string().nullable(),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }).nullable(),
  latencyMs: z.number().nullable(),
});

/** One request to a model and its reply, as a row of a recording. */
export type Exchange = z.infer<typeof exchange>;

/** What a chat request is told apart by. */
export function promptHash(messages: unknown): string {
  return createHash("sha256").update(JSON.stringify(messages)).digest("hex");
}

/** Recorded exchanges by task, each in the order of its attempts. Throws where a line is none. */
export function readRecording(path: string): ReadonlyMap<string, readonly Exchange[]> {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const rows = lines.map((line, at) => {
    const parsed = exchange.safeParse(jsonOf(line));
    if (!parsed.success) throw new Error(`line ${at + 1} is no recorded exchange`);
    return parsed.data;
  });
  return byTask(rows.sort((a, b) => a.attempt - b.attempt));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export function byTask(rows: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  return Map.groupBy(rows, ({ task }) => task);
}

export function appendExchange(path: string, row: Exchange): void {
  appendFileSync(path, `${JSON.stringify(row)}\n`, { mode: 0o600 });
}
