// npm run eval [-- --set NAME] [--limit N] [--replay FILE | --record FILE] [--json]: how often drafts are right. Tasks come
// from the folder that WRIT_CORPORA names; replies from the endpoint that writ is configured with, or from a recording.
// docs/eval.md says what is measured.
import { parseArgs } from "node:util";
import { findPlaces } from "../src/cli/places.ts";
import { type Config, readConfig } from "../src/cli/settings/config.ts";
import { resolveEndpoint } from "../src/draft/models/resolve-endpoint.ts";
import { EXIT } from "../src/terms/exit-code.ts";
import { WritError } from "../src/terms/failure.ts";
import { wordFailure } from "../src/terms/failure-catalogue.ts";
import { evaluate } from "./eval/evaluate.ts";
import { appendExchange, readRecording } from "./eval/exchange.ts";
import type { ReplySource } from "./eval/model-bridge.ts";
import { reportOf } from "./eval/report.ts";
import { readSet, SETS } from "./eval/sets/index.ts";
import { type Summary, summarize } from "./eval/summary.ts";
import type { Read } from "./eval/task.ts";

/** Something that whoever started it can put right. */
class UsageError extends Error {}

const { values: flags } = parseArgs({
  options: {
    set: { type: "string", multiple: true },
    limit: { type: "string" },
    repairs: { type: "string", default: "3" },
    "max-tokens": { type: "string" },
    jobs: { type: "string", default: "2" },
    replay: { type: "string" },
    record: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

try {
  await main(process.env.WRIT_CORPORA);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof WritError)) throw error;
  console.error(`eval: ${error instanceof WritError ? wordFailure(error.failure).title : error.message}`);
  process.exitCode = EXIT.usage;
}

async function main(corpora: string | undefined): Promise<void> {
  const sets = wantedSets();
  if (!corpora) return console.error("eval: skipped: WRIT_CORPORA does not name a folder with task sets");
  const config = await readConfig(findPlaces(process.cwd()).config);
  const source = repliesFrom(config);
  for (const set of sets) {
    const read = readSet(set, corpora);
    if (read === null) {
      console.error(`eval: ${set.name} skipped: there is no ${set.file} in WRIT_CORPORA`);
      continue;
    }
    const summary = await evaluateSet(set.name, limited(read), { source, config });
    console.log(flags.json ? JSON.stringify(summary) : `${reportOf(summary)}\n`);
  }
}

async function evaluateSet(
  set: string,
  read: readonly Read[],
  { source, config }: { readonly source: ReplySource | null; readonly config: Config },
): Promise<Summary> {
  const tasks = read.flatMap((one) => (one.ok ? one.task : []));
  let done = 0;
  const attempts = await evaluate({
    ...{ tasks, source, config },
    repairsMost: wholeNumber("repairs", flags.repairs),
    jobs: Math.max(1, wholeNumber("jobs", flags.jobs)),
    ...(flags["max-tokens"] ? { tokensMost: wholeNumber("max-tokens", flags["max-tokens"]) } : {}),
    onReply: (exchange) => flags.record && appendExchange(flags.record, exchange),
    onAttempt: ({ task, ending, by, why }) =>
      console.error(`${set} ${++done}/${tasks.length} ${task}: ${ending}${by ? ` by ${by}: ${why}` : ""}`),
  });
  return summarize(set, { read, attempts, unanswered: tasks.length - attempts.length });
}

function repliesFrom(config: Config): ReplySource | null {
  if (flags.replay) return { kind: "recorded", exchanges: recordingIn(flags.replay) };
  const endpoint = resolveEndpoint({ env: process.env, config });
  return endpoint && { kind: "live", endpoint };
}

function recordingIn(path: string) {
  try {
    return readRecording(path);
  } catch (error) {
    throw new UsageError(`--replay ${path}: ${(error as Error).message}`);
  }
}

function wantedSets() {
  const names = SETS.map(({ name }) => name);
  const unknown = flags.set?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no set ${unknown}: they are ${names.join(", ")}`);
  return SETS.filter(({ name }) => flags.set?.includes(name) ?? true);
}

function limited(read: readonly Read[]): readonly Read[] {
  if (flags.limit === undefined) return read;
  let left = wholeNumber("limit", flags.limit);
  return read.filter((one) => !one.ok || left-- > 0);
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--${flag} is ${JSON.stringify(text)}, and must be a whole number`);
}
