import { createHash } from "node:crypto";

/** Lower-case hex sha256 of bytes, or of a text's UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
