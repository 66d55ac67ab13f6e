import { type ModelWait, WritError } from "../../terms/failure.ts";
import type { Patience } from "./stream-reply.ts";

/** Aborts its signal with a `model-slow` when a reply takes longer than is waited for. */
export interface PatienceAlarm {
  readonly signal: AbortSignal;
  /** A piece of the reply came. */
  heard(): void;
  stop(): void;
}

/** Started when the request is. Until the first piece `firstMs` holds, then `nextMs`; `totalMs` always. */
export function patienceAlarm(host: string, { firstMs, nextMs, totalMs }: Patience): PatienceAlarm {
  const controller = new AbortController();
  const abortAfter = (wait: ModelWait, waitedMs: number) =>
    setTimeout(() => controller.abort(new WritError({ kind: "model-slow", host, wait, waitedMs })), waitedMs);
  const total = abortAfter("total", totalMs);
  let silence = abortAfter("first", firstMs);
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(silence);
      silence = abortAfter("next", nextMs);
    },
    stop() {
      clearTimeout(total);
      clearTimeout(silence);
    },
  };
}
