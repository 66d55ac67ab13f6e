import { existsSync } from "node:fs";
import { listNames } from "../../keep/locate-command.ts";
import { problemWith } from "../../keep/private-state.ts";
import { LAYERS } from "../../run/layers/index.ts";
import { LIMIT_ROWS } from "../../run/limits/index.ts";
import type { Reached } from "../../run/reached.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { isAtLeast } from "../../terms/level.ts";
import { wordLevel } from "../../terms/level-wording.ts";
import type { Context } from "../context.ts";
import { findEndpoint } from "../drafting/find-endpoint.ts";
import { hanging } from "../faces/hanging.ts";
import { distPath, version } from "../installation.ts";
import { readConfigText } from "../settings/config-text.ts";
import { lookAtLevels, type Sandbox, sandboxLevel } from "./sandbox-level.ts";
import { trustedEngine } from "./trusted-engine.ts";

/** One thing the doctor looked at. `ok` null: for information. */
export interface Examined {
  readonly name: string;
  readonly ok: boolean | null;
  readonly detail: string;
}

/** Look at everything a run needs. Starts nothing but the sandbox's probe, sends nothing. */
export async function examine(context: Context): Promise<readonly Examined[]> {
  const { places } = context;
  const { typeCheckerPath } = await import("../../host/type-checker.ts");
  const { check } = await import("../../check/check.ts");
  return [
    {
      name: "writ",
      ok: null,
      detail: `${version()} on Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    },
    tried("engine", () => trustedEngine(places.state)),
    tried("guest", () => needed(distPath("guest.txt"))),
    tried(
      "type checker",
      () => typeCheckerPath() ?? fail("the `typescript` package has none for this platform"),
    ),
    tried("check", () =>
      check("export default (input: Input) => input.lines()").accepted
        ? "tree-sitter loads"
        : fail("the check refuses a plain snippet"),
    ),
    ...(await sandboxRows(context)),
    ...LIMIT_ROWS.map((limit) => ({
      name: "  limit",
      ok: null,
      detail: `${limit.name}: ${limit.enforcedBy}`,
    })),
    await modelRow(context),
    { name: "commands", ok: null, detail: `${listNames(places).length} (see \`writ list\`)` },
    configRow(places.config),
    { name: "data", ok: null, detail: places.data },
    { name: "state", ...stateFolder(places.state) },
    ...(places.project ? [{ name: "project", ok: null, detail: places.project }] : []),
  ];
}

async function sandboxRows(context: Context): Promise<readonly Examined[]> {
  try {
    return await levelRows(context, await sandboxLevel(context));
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    const { title } = wordFailure(error.failure);
    return [{ name: "sandbox", ok: false, detail: `nothing runs: ${title}` }];
  }
}

async function levelRows(context: Context, sandbox: Sandbox): Promise<readonly Examined[]> {
  const { reached, level, required } = sandbox;
  const wanted = isAtLeast(level, required)
    ? `required: ${required}`
    : `${required} is required: nothing runs`;
  const levels = [...(await lookAtLevels(context))].map(([wall, looked]) => ({
    name: "  level",
    ok: null,
    detail: `${wall}: ${looked.kind === "reached" ? `reached, by ${wordMeans(looked.reached)}` : `not reached: ${looked.missing}`}`,
  }));
  const layers = LAYERS.map(({ name, stops, isPartOf }) => {
    const off = isPartOf(reached) ? "" : " (not at this level)";
    return { name: "  layer", ok: null, detail: `${name}${off}: stops ${stops}` };
  });
  return [
    { name: "sandbox", ok: isAtLeast(level, required), detail: `${wordLevel(level).text} (${wanted})` },
    ...(sandbox.mended === null ? [] : [{ name: "  record", ok: null, detail: sandbox.mended }]),
    ...levels,
    ...layers,
  ];
}

const APPLIERS = {
  stage: "a stage of writ's own",
  perl: "perl, since a program of writ's own cannot be started here",
  bubblewrap: "bubblewrap",
  "sandbox-exec": "sandbox-exec with an untested profile",
} as const;

function wordMeans(reached: Exclude<Reached, { level: "engine-only" }>): string {
  const around = reached.level === "full" ? " inside bubblewrap" : "";
  return APPLIERS[reached.means] + around;
}

async function modelRow(context: Context): Promise<Examined> {
  try {
    const endpoint = await findEndpoint({ context, flags: {} });
    const detail = endpoint
      ? `${endpoint.model} at ${endpoint.host}${endpoint.loopback ? " (this machine)" : ""}, not asked`
      : "none configured: directives are matched against the commands there are";
    return { name: "model", ok: null, detail };
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    const { title, help } = wordFailure(error.failure);
    return { name: "model", ok: false, detail: `${title}; ${help}` };
  }
}

function configRow(folder: string): Examined {
  const row = tried(
    "config",
    () => `${folder} (config.toml ${readConfigText(folder) === null ? "absent" : "read"})`,
  );
  return row.ok ? { ...row, ok: null } : row;
}

/** State must be ours alone: what lies there decides what runs without a question. */
function stateFolder(path: string): { ok: boolean | null; detail: string } {
  if (!existsSync(path)) return { ok: null, detail: `${path} (made when needed)` };
  const problem = problemWith(path, process.geteuid?.());
  return { ok: problem === null, detail: problem === null ? path : `${path}: ${problem}` };
}

function tried(name: string, look: () => string): Examined {
  try {
    return { name, ok: true, detail: look() };
  } catch (error) {
    const detail = error instanceof WritError ? wordFailure(error.failure).title : (error as Error).message;
    return { name, ok: false, detail };
  }
}

function needed(path: string): string {
  return existsSync(path) ? path : fail(`${path} is missing: npm run build`);
}

function fail(detail: string): never {
  throw new Error(detail);
}

/** The rows as text, broken between words at `columns`. */
export function examinationText(rows: readonly Examined[], columns = Number.POSITIVE_INFINITY): string {
  return rows.map((row) => `${line(row, columns)}\n`).join("");
}

function line({ name, ok, detail }: Examined, columns: number): string {
  return hanging(`${ok === null ? " " : ok ? "✓" : "✗"} ${name.padEnd(12)} `, detail, columns);
}
