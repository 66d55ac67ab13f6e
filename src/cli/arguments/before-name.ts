import type { Option } from "commander";
import { LIMIT_FLAGS } from "./limit-flag-rows.ts";
import { readingOptions } from "./reading-flags.ts";
import { writingOptions } from "./writing-flags.ts";

/** What `writ run` takes before a command's name, beside the limits and how data is read and written. */
const OTHERS = ["-q", "--quiet", "--no-input", "--stats", "--plan"];

/**
 * The next step where an option of writ's own was typed after a command's name, as the words to type; null where it is
 * none of writ's. `argv` are the words after the name.
 */
export function beforeName(flag: string, name: string, argv: readonly string[]): string | null {
  const own = [readingOptions, writingOptions].flatMap((options) =>
    Object.values<() => Option>(options).map((make) => make()),
  );
  const valued = [
    ...own.filter(({ required }) => required).map(({ long }) => long),
    ...LIMIT_FLAGS.map((row) => row.flag),
  ];
  if (!valued.includes(flag) && !own.some(({ long }) => long === flag) && !OTHERS.includes(flag)) return null;
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const typed = argv.slice(at, at + (valued.includes(flag) && argv[at] === flag ? 2 : 1));
  return `${flag} is an option of writ's own, which stands before the name: writ run ${typed.join(" ")} ${name} …`;
}
