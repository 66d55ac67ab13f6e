// Whole processes, interleaved, medians: what one machine's noise does to one contender it does to all.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One contender: a shell line, run in the bench folder. */
export interface Contender {
  readonly name: string;
  readonly line: string;
}

export interface Measured {
  readonly name: string;
  readonly medianMs: number;
  /** Most resident memory of all its processes together, in bytes; 0 where it was not watched. */
  readonly peakBytes: number;
}

const POLL_MS = 25;

/** Run all contenders `runs` times in turn. Throws where one fails: a wrong answer has no speed. */
export async function measure(
  contenders: readonly Contender[],
  options: { readonly runs: number; readonly env: NodeJS.ProcessEnv; readonly watchMemory: boolean },
): Promise<Measured[]> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  const peaks = new Map<string, number>();
  for (let run = 0; run < options.runs; run++) {
    for (const { name, line } of contenders) {
      const { ms, peakBytes } = await once(line, options);
      times.get(name)!.push(ms);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, peakBytes));
    }
  }
  return contenders.map(({ name }) => ({
    name,
    medianMs: median(times.get(name)!),
    peakBytes: peaks.get(name)!,
  }));
}

async function once(
  line: string,
  { env, watchMemory }: { readonly env: NodeJS.ProcessEnv; readonly watchMemory: boolean },
): Promise<{ ms: number; peakBytes: number }> {
  let peakBytes = 0;
  const began = performance.now();
  const child = spawn("/bin/sh", ["-c", line], { env, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const timer = watchMemory
    ? setInterval(() => {
        peakBytes = Math.max(peakBytes, residentBytes(child.pid!));
      }, POLL_MS)
    : undefined;
  const status = await new Promise((ended) => child.once("close", ended));
  const ms = performance.now() - began;
  clearInterval(timer);
  if (status !== 0) throw new Error(`${line}: exit ${status}: ${stderr}`);
  return { ms, peakBytes };
}

/** Resident bytes of a process and all below it: /proc/PID/task/PID/children and statm, proc(5). */
function residentBytes(pid: number): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), own);
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
