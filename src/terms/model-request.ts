import type { Usage } from "./draft.ts";

/** One request to a model, as it is counted: also one that failed, for what was sent is paid for. */
export interface ModelRequest {
  readonly model: string;
  readonly host: string;
  /** Of what was sent, and of what came back; null where nothing came. */
  readonly promptSha256: string;
  readonly replySha256: string | null;
  readonly usage: Usage;
  readonly latencyMs: number;
}
