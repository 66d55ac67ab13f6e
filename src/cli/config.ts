import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WritError } from "../terms/failure.ts";
import { LEVELS, type Level } from "../terms/level.ts";

/** The user's own settings. Absent fields are unset. */
export interface Config {
  readonly model?: string;
  readonly base_url?: string;
  readonly preset?: string;
  /** The weakest sandbox that runs may have. */
  readonly required?: Level;
}

/**
 * Read `config.toml` of the user's own configuration folder (never a project's: a cloned repository must not
 * choose the endpoint). No file is no settings; one that cannot be read or understood stops. Throws
 * `configuration` naming file, line and key.
 */
export async function readConfig(folder: string): Promise<Config> {
  const file = join(folder, "config.toml");
  if (!existsSync(file)) return {};
  const [{ parse }, { z }] = await Promise.all([import("smol-toml"), import("zod")]);
  const schema = z.strictObject({
    model: z
      .strictObject({
        name: z.string().optional(),
        base_url: z.url().optional(),
        preset: z.string().optional(),
      })
      .optional(),
    sandbox: z.strictObject({ required: z.enum(LEVELS).optional() }).optional(),
  });
  let document: unknown;
  try {
    document = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new WritError({ kind: "configuration", file, problem: (error as Error).message.split("\n")[0]! });
  }
  const read = schema.safeParse(document);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const problem = `${issue.path.join(".") || "top level"}: ${issue.message}`;
    throw new WritError({ kind: "configuration", file, problem });
  }
  const { name, base_url, preset } = read.data.model ?? {};
  const { required } = read.data.sandbox ?? {};
  return {
    ...(name === undefined ? {} : { model: name }),
    ...(base_url === undefined ? {} : { base_url }),
    ...(preset === undefined ? {} : { preset }),
    ...(required === undefined ? {} : { required }),
  };
}

/**
 * `[sandbox] required` alone. A kept command asks for nothing else, and a file that cannot speak of it (TOML
 * may spell a key with escapes) is not parsed for it.
 */
export async function readRequired(folder: string): Promise<Level | undefined> {
  const file = join(folder, "config.toml");
  if (!existsSync(file) || !/sandbox|\\/.test(readFileSync(file, "utf8"))) return undefined;
  return (await readConfig(folder)).required;
}
