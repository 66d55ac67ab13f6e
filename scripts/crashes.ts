// npm run crashes [-- N [SEED]]: kill writ N times (300), each time at another moment of saving, approving, running
// and configuring; after each, every file of its own is read as what it is, and the next start must work. Ends 1
// where something was torn or a start failed.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { clearsHalves } from "./crashes/clears-halves.ts";
import { crash, type Ground, timeOf } from "./crashes/crash.ts";
import { STEPS } from "./crashes/steps.ts";

const STARTS_MOST = 4;

const times = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? Date.now() % 1e6);
const random = randomFrom(seed);
const root = mkdtempSync(join(tmpdir(), "writ crashes "));
try {
  process.exitCode = (await runAll(prepare())) ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function runAll(ground: Ground): Promise<boolean> {
  console.log(`seed ${seed}`);
  const first = {
    name: "prepare",
    line: 'writ "the ten most frequent addresses" access.log --yes -q --save mine',
  };
  await timeOf(first, ground);
  const takesMs: number[] = [];
  for (const step of STEPS) takesMs.push(await timeOf(step(0), ground));
  const count = { killed: 0, faults: 0 };
  let n = 0;
  // Some end before their kill; those are looked at too, and do not count.
  while (count.killed < times && n < STARTS_MOST * times) {
    n++;
    const which = n % STEPS.length;
    const { step, wasKilled, faults } = await crash(STEPS[which]!(n), ground, random() * takesMs[which]!);
    if (wasKilled) count.killed++;
    count.faults += faults.length;
    for (const fault of faults) console.log(`FAIL  ${n} ${step}: ${fault}`);
    if (n % 50 === 0) console.log(`${count.killed} of ${times} killed, ${n} starts`);
  }
  const stays = await clearsHalves(ground);
  console.log(
    `halves of files: ${stays.found} left by kills, ${stays.left.length} after a start a day later`,
  );
  console.log(`\n${n} starts: ${count.killed} killed, ${count.faults} faults`);
  return count.faults === 0 && count.killed === times && stays.left.length === 0;
}

function prepare(): Ground {
  const [home, folder, bin] = [join(root, "home"), join(root, "work"), join(root, "bin")];
  for (const path of [home, folder, bin]) mkdirSync(path);
  symlinkSync(resolve("bin/writ"), join(bin, "writ"));
  cpSync("samples/access.log", join(folder, "access.log"));
  return { home, folder, env: { HOME: home, PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, TMPDIR: root } };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
