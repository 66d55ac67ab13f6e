import { refuse } from "./refuse.ts";

const STEPS = ["", "k", "m", "g", "t", "p", "e"];
const SIZE = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*([kmgtpe]?)(i?)(b|bytes?)?$/i;

/**
 * A size in bytes: "512", "1.5 GiB", "20kB". `KiB MiB GiB` and `K M G` alone, as ls and du print them, are powers of
 * 1,024, `kB MB GB` of 1,000.
 * @throws {TypeError} naming the text
 */
export function byteSize(text: string): number {
  const match = SIZE.exec(text.trim());
  const step = STEPS.indexOf((match?.[2] ?? "").toLowerCase());
  if (!match || (step === 0 && match[3])) {
    return refuse(
      "byteSize",
      `expected a size like 1.5 GiB or 20kB, found ${JSON.stringify(text.slice(0, 60))}`,
    );
  }
  return Number(match[1]) * (match[3] || !match[4] ? 1024 : 1000) ** step;
}

/** Bytes as people read them, in powers of 1,024: "1.5 GiB", "512 B". */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return String(bytes);
  let [amount, step] = [Math.abs(bytes), 0];
  // What would be rounded up to 1024 is one of the next.
  while (step < STEPS.length - 1 && amount >= (step === 0 ? 1024 : 1023.95)) {
    amount /= 1024;
    step++;
  }
  const digits = step === 0 ? String(amount) : amount.toFixed(amount < 99.95 ? 1 : 0);
  return `${bytes < 0 ? "-" : ""}${digits} ${step === 0 ? "B" : `${STEPS[step]!.toUpperCase()}iB`}`;
}
