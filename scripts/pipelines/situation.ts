import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** How a kept command is started: `short` without Node, `long` through it. */
const WAYS = { short: "writ run", long: "writ run -q" } as const;

const row = z.strictObject({
  situation: z.string(),
  /** A line of bash. `$RUN` is how a kept command is started; such a line is run once for each way. */
  run: z.string(),
  exit: z.number().default(0),
  /** `[..]` stands for anything within a line, a line `[...]` for any lines. */
  stdout: z.string().default(""),
  stderr: z.string().default(""),
  files: z.record(z.string(), z.string()).default({}),
  /** Sent to the whole process group once stdout has shown `after`. */
  signal: z
    .strictObject({ send: z.enum(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"]), after: z.string() })
    .optional(),
  /** What a machine must offer; where it does not, the situation is skipped and said to be. */
  needs: z.enum(["root", "linux"]).optional(),
  ways: z.array(z.enum(["short", "long"])).default(["short", "long"]),
});

/** One pipeline with what it must print and how it must end. */
export interface Situation extends Omit<z.infer<typeof row>, "situation" | "ways"> {
  readonly name: string;
  /** What `$RUN` stands for. */
  readonly start: string;
}

/** The situations of a folder of YAML files, one for each way a line can go. */
export function readSituations(folder: string): readonly Situation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => z.array(row).parse(parse(readFileSync(join(folder, file), "utf8"))))
    .flatMap(({ situation, ways, ...rest }) =>
      /\$(RUN|\{RUN|ENV\{RUN)\b/.test(rest.run)
        ? ways.map((way) => ({ ...rest, name: `${situation} (${way})`, start: WAYS[way] }))
        : [{ ...rest, name: situation, start: "" }],
    );
}
