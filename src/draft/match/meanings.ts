import type { LibraryCommand } from "../../terms/draft.ts";
import { asMeant } from "./as-meant.ts";
import { isIdle, meaningOf } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/** What a command's texts say, as meanings: by its name, by its description too, and in passing. */
export interface Meanings {
  readonly named: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
  readonly passing: ReadonlySet<string>;
}

/** A shipped command's directive describes a general tool; a user's own command is what its directive says. */
export function meaningsOf({ name, origin, description, directive, schema }: LibraryCommand): Meanings {
  const names = name.replaceAll("-", " ");
  const own = origin === "shipped" ? names : `${names} ${description} ${directive}`;
  const options = schema.options.map((spec) => `${spec.name} ${spec.help}`).join(" ");
  return {
    named: meaningsIn(own),
    described: meaningsIn(`${own} ${description} ${schema.summary}`),
    passing: meaningsIn(`${directive} ${options}`),
  };
}

export function meaningsIn(text: string): ReadonlySet<string> {
  return new Set(
    asMeant(readWords(text))
      .filter((word) => !isIdle(word) && word.kind !== "sign")
      .map(meaningOf),
  );
}
