import { readConsents } from "../../keep/consents.ts";
import { visibleLine } from "../../terms/visible.ts";
import { textTable } from "../faces/text-table.ts";
import { priceSetting } from "./answer-settings.ts";
import { SETTINGS } from "./index.ts";
import { PRICES } from "./setting.ts";
import type { SettingsFile } from "./settings-file.ts";

/** A setting as it holds now. `value` null: nothing is set. */
export interface ListedSetting {
  readonly key: string;
  readonly value: string | null;
  /** `default`, `environment (NAME)` or `FILE:LINE`. */
  readonly from: string;
  readonly allowed: string;
  readonly summary: string;
}

/** Every setting with its value and where that comes from. */
export function listSettings(file: SettingsFile, env: NodeJS.ProcessEnv): readonly ListedSetting[] {
  const set = new Map(file.settings.map((one) => [one.key, one]));
  const priced = file.settings.flatMap(({ key }) => (key.startsWith(PRICES) ? [priceSetting(key)] : []));
  return [...SETTINGS, ...priced].map(({ key, environment, initial, allowed, summary }) => {
    const variable = environment === null ? undefined : env[environment]?.trim();
    const inFile = set.get(key);
    const where = inFile?.line ? `${file.path}:${inFile.line}` : file.path;
    const found = variable
      ? { value: variable, from: `environment (${environment})` }
      : inFile
        ? { value: inFile.value, from: where }
        : { value: initial, from: "default" };
    return { key, ...found, allowed, summary };
  });
}

/** The settings as a table; the consents, which are given by answering and not by a setting, under it. */
export function settingsText(path: string, listed: readonly ListedSetting[], state: string): string {
  const rows = listed.map(({ key, value, from, allowed }) => [
    key,
    value === null ? "-" : visibleLine(withoutSecrets(value)),
    from.startsWith(`${path}:`) ? `line ${from.slice(path.length + 1)}` : from,
    allowed,
  ]);
  const consents = readConsents(state);
  const sent =
    consents.length === 0
      ? ""
      : `\nSamples may be sent to (take it back: writ config --revoke-consent ORIGIN)\n${consents.map((one) => `  ${visibleLine(one)}\n`).join("")}`;
  return `${visibleLine(path)}\n\n${textTable(["SETTING", "VALUE", "FROM", "MAY BE"], rows)}${sent}`;
}

/** What the environment holds was never validated: an address may carry a password. */
export function withoutSecrets(value: string): string {
  return value.replace(/\/\/[^/@\s]*@/, "//[hidden]@");
}
