import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Asked } from "../../src/cli/arguments/ask-flags.ts";
import type { Context } from "../../src/cli/context.ts";
import { askCollaborators } from "../../src/cli/drafting/ask-collaborators.ts";
import type { ResidentTypeChecker } from "../../src/host/resident-type-checker.ts";
import type { Collaborators } from "../../src/session/collaborators.ts";
import { type Ended, session } from "../../src/session/session.ts";
import type { AskSettings } from "../../src/session/settings.ts";
import type { SessionEvent } from "../../src/terms/event.ts";
import type { InputText, Task } from "./task.ts";

/** What every task of an evaluation shares. */
export interface Pipeline {
  readonly context: Context;
  readonly settings: Pick<AskSettings, "limits" | "level" | "requiredLevel">;
  readonly resident: ResidentTypeChecker | null;
  /** A folder for the inputs. */
  readonly folder: string;
  /** What all requests of one task may take together; null: any number. */
  readonly tokensMost: number | null;
}

/** What a session did with a task. */
export interface Ran {
  readonly events: readonly SessionEvent[];
  readonly ended: Ended;
  /** What the program wrote. */
  readonly written: string;
}

const WRITTEN_BYTES_MOST = 4 * 1024 * 1024;

/**
 * Put a task through the session of `writ ask --yes --try` with everything real: the client that asks the model at `url`,
 * the check, the types, trial and examples, and the sealed run. One thing differs: the program is run on the judged input, of which its author
 * saw no more than the sampled one.
 */
export async function runTask(
  task: Task,
  pipeline: Pipeline,
  model: {
    readonly url: string;
    readonly name: string;
    readonly repairsMost: number;
    readonly place: string;
  },
): Promise<Ran> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const into = {
    result(chunk: Buffer) {
      bytes += chunk.length;
      if (bytes <= WRITTEN_BYTES_MOST) chunks.push(chunk);
    },
    errors() {},
  };
  const asked = (input: InputText, folder: string) => ({
    ...wired(task, input, { pipeline, model, path: placed(input, join(pipeline.folder, folder)) }),
    into,
  });
  const drafted = await askCollaborators(asked(task.sampled, `${model.place}-sampled`));
  const judged = await askCollaborators(asked(task.judged, `${model.place}-judged`));
  const collaborators: Collaborators = { ...drafted, prepare: judged.prepare };
  const settings: AskSettings = {
    ...pipeline.settings,
    ...{ directive: task.directive, yes: true, dryRun: false, noSample: false, saveAs: null },
    repairsMost: model.repairsMost,
    tries: true,
    examples: task.examples,
    explains: false,
  };
  const events: SessionEvent[] = [];
  const steps = session(settings, collaborators);
  for (;;) {
    const { value, done } = await steps.next();
    if (done) return { events, ended: value, written: Buffer.concat(chunks).toString("utf8") };
    if (value.type !== "delta") events.push(value);
  }
}

function wired(
  task: Task,
  input: InputText,
  from: {
    readonly pipeline: Pipeline;
    readonly model: { readonly url: string; readonly name: string };
    readonly path: string;
  },
): Asked & { readonly faces: Parameters<typeof askCollaborators>[0]["faces"] } {
  const { pipeline, model, path } = from;
  const { context, resident, tokensMost } = pipeline;
  const env = { ...context.env, OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "none", WRIT_MODEL: model.name };
  return {
    directive: task.directive,
    files: [path],
    flags: {
      ...{ yes: true, sample: true, input: true, quiet: true, output: "ndjson" },
      from: formatOf(input),
      ...(tokensMost === null ? {} : { maxTokens: String(tokensMost) }),
    },
    context: { ...context, env },
    resident,
    faces: {
      show: async () => {},
      // As `--yes` does; where replies come from is on loopback, so that nobody is asked about sending.
      decide: async (question) => ({ kind: question.kind === "approve" ? "yes" : "no" }),
      release: async () => {},
    },
  };
}

function formatOf({ name }: InputText): "ndjson" | "csv" | "json" {
  return name.endsWith(".csv") ? "csv" : name.endsWith(".json") ? "json" : "ndjson";
}

function placed({ name, text }: InputText, folder: string): string {
  const path = `${folder}-${name}`;
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
