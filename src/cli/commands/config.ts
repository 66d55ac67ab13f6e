import { removeConsent } from "../../keep/consents.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { nearNames } from "../../terms/near.ts";
import { PRICE_FORM } from "../../terms/price.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { hanging, helpColumns } from "../faces/hanging.ts";
import { print, tell } from "../faces/print.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { configPath } from "../settings/config-text.ts";
import { SETTINGS, settingOf } from "../settings/index.ts";
import { type ListedSetting, listSettings, settingsText, withoutSecrets } from "../settings/list-settings.ts";
import type { Setting } from "../settings/setting.ts";
import { readSettingsFile, usableSettings } from "../settings/settings-file.ts";

interface ConfigFlags {
  readonly unset?: true;
  readonly path?: true;
  readonly json?: true;
  readonly revokeConsent?: string;
}

/** `writ config`: list, read, set and unset what `config.toml` says. Only setting and unsetting write. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<ConfigFlags>();
  const [key, value] = parsed.args;
  const { config, state } = context.places;
  const isPlain = !flags.path && !flags.unset && !flags.json && flags.revokeConsent === undefined;
  if (key === "model" && isPlain) {
    const { chooseModel } = await import("../settings/choose-model.ts");
    return chooseModel(value, context);
  }
  if (flags.path) await print(`${configPath(config)}\n`);
  else if (flags.revokeConsent !== undefined) revokeConsent(state, flags.revokeConsent);
  else if (key === undefined && flags.unset) throw usage("--unset needs the setting to take out");
  else if (key === undefined) await list(context, flags);
  else if (flags.unset) unset(config, findSetting(key, { orUnknown: true }));
  else if (value === undefined) await show(context, findSetting(key), flags);
  else set(context, findSetting(key), value);
  return EXIT.done;
}

async function list({ places, env }: Context, flags: ConfigFlags): Promise<void> {
  const file = readSettingsFile(places.config);
  usableSettings(file);
  const listed = listSettings(file, env);
  await print(flags.json ? asJson(listed) : settingsText(file.path, listed, places.state));
}

async function show({ places, env }: Context, { key }: Setting, flags: ConfigFlags): Promise<void> {
  const file = readSettingsFile(places.config);
  usableSettings(file);
  const listed = listSettings(file, env).find((one) => one.key === key);
  if (listed === undefined) throw usage(`${key} is not set`);
  await print(flags.json ? asJson(listed) : listed.value === null ? "" : `${withoutSecrets(listed.value)}\n`);
}

function set({ places, env }: Context, setting: Setting, value: string): void {
  const { key, environment } = setting;
  const problem = setting.problem(value);
  if (problem !== null) throw usage(`${key} ${problem}`);
  const file = changeSettings(places.config, { key, value })!;
  tell(visibleLine(`${key} = ${JSON.stringify(value)} is in ${file.path}`));
  const warning = setting.warning?.(value) ?? null;
  if (warning !== null) tell(`  be careful: ${warning}`);
  if (environment !== null && env[environment]?.trim()) tell(`  ${environment} is set, and wins over it`);
  tellProblems(file);
}

function unset(folder: string, { key, initial }: Setting): void {
  const file = changeSettings(folder, { key, value: null });
  if (file === null) {
    tell(`${visibleLine(key)} is not in ${configPath(folder)}: nothing was changed`);
    return;
  }
  tell(`${visibleLine(key)} is out of ${file.path}${initial === null ? "" : `: it is ${initial} again`}`);
  tellProblems(file);
}

function tellProblems({ path, problems }: ReturnType<typeof readSettingsFile>): void {
  for (const { line, problem } of problems) {
    tell(visibleLine(`writ: still to be corrected: ${line === null ? path : `${path}:${line}`}: ${problem}`));
  }
}

function revokeConsent(state: string, origin: string): void {
  if (!removeConsent(state, origin)) {
    throw usage(`there is no consent for ${JSON.stringify(origin)}`, "`writ config` lists them");
  }
  tell(`no sample is sent to ${visibleLine(origin)} any more without asking`);
}

/** `orUnknown`: what is no setting may be taken out of the file, for that is how a mistake is mended. */
function findSetting(key: string, { orUnknown = false } = {}): Setting {
  const found = settingOf(key);
  if (found) return found;
  if (orUnknown && /^[\w-]+\.[\w-]+$/.test(key)) {
    return { key, summary: "", allowed: "", problem: () => null, environment: null, initial: null };
  }
  const [near] = nearNames(
    key,
    SETTINGS.flatMap((setting) => [setting.key, setting.key.split(".")[1]!]),
  );
  const meant = SETTINGS.find((setting) => setting.key === near || setting.key.endsWith(`.${near}`))?.key;
  throw usage(
    `${JSON.stringify(key)} is no setting`,
    meant === undefined ? "`writ config` lists them" : `did you mean: writ config ${meant}`,
  );
}

// What the environment holds is shown without a password in JSON too.
function asJson(listed: ListedSetting | readonly ListedSetting[]): string {
  const clean = (key: string, value: unknown) =>
    key === "value" && typeof value === "string" ? withoutSecrets(value) : value;
  return `${JSON.stringify(listed, clean, 2)}\n`;
}

function usage(problem: string, help = "`writ config` lists the settings"): WritError {
  return new WritError({ kind: "usage", problem, help });
}

function program() {
  const columns = helpColumns();
  const keys = Math.max(...SETTINGS.map(({ key }) => key.length));
  return newProgram(
    "writ config",
    "Your settings: what holds now and where it comes from; change one of them.",
  )
    .argument("[key]", "a setting: print its value; `model`: ask its server whether it is there")
    .argument("[value]", "set it to this; after `model` the name of one, or of a preset")
    .option("--unset", "take the setting out of the file")
    .option("--revoke-consent <origin>", "ask again before samples are sent there")
    .option("--path", "print where the file is")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
Settings:
${SETTINGS.map(({ key, summary }) => hanging(`  ${key.padEnd(keys)}  `, summary, columns)).join("\n")}
${hanging(`  ${"prices.MODEL".padEnd(keys)}  `, PRICE_FORM, columns)}

Keys for a model stand in the environment or come from a program (model.key_command), never in the file. Comments and order of the file stay as they are.

Examples:
  writ config
  writ config model ollama
  writ config model qwen3:8b
  writ config model.base_url http://127.0.0.1:8080/v1
  writ config prices.qwen3:8b "0.10 0.40"
  writ config --unset sandbox.required`,
    );
}
