import { APPROVAL_KEYS, MATCH_KEYS } from "../approval/keys.ts";
import { EDITOR_KEYS } from "../editor/keys.ts";
import type { KeyRow } from "../key-line.ts";
import { type Line, line, span } from "../line.ts";
import { REPAIR_KEYS } from "../repair/keys.ts";
import { wrap } from "../wrap.ts";
import { RESULT_KEYS, STOP_KEYS } from "./keys.ts";

type Shown = readonly [key: string, verb: string];

/** The key tables, and the keys that their rows leave unlisted. */
const SECTIONS: readonly {
  readonly where: string;
  readonly tables: readonly (readonly KeyRow<unknown>[])[];
  readonly more: readonly Shown[];
}[] = [
  {
    where: "in the line",
    tables: [EDITOR_KEYS],
    more: [["Esc", "where the line is empty: go to the last result"]],
  },
  {
    where: "on the last result, after Esc",
    tables: [RESULT_KEYS],
    more: [["any other key", "back to the line, where it is typed"]],
  },
  {
    where: "on a draft: nothing runs before y",
    tables: [APPROVAL_KEYS],
    more: [
      ["/", "search the code"],
      ["↑ ↓ PgUp PgDn g G", "move through long code"],
    ],
  },
  { where: "in the search through a draft", tables: [MATCH_KEYS], more: [] },
  {
    where: "while something is drafted or runs",
    tables: [STOP_KEYS],
    more: [["Ctrl-C", "stops it too, and never the shell"]],
  },
  { where: "after a failed run", tables: [REPAIR_KEYS], more: [] },
  {
    where: "in a program started with !",
    tables: [],
    more: [["every key", "is the program's, Ctrl-C and Ctrl-Z too"]],
  },
];

/** What /keys shows, from the tables that the keys themselves are read from. */
export function keyHelp(columns: number): readonly Line[] {
  const sections = SECTIONS.map(({ where, tables, more }) => ({
    where,
    rows: [...tables.flat().flatMap(shownOf), ...more],
  }));
  const width = Math.max(...sections.flatMap(({ rows }) => rows.map(([key]) => key.length)));
  return sections.flatMap(({ where, rows }, index) => [
    ...(index === 0 ? [] : [[]]),
    ...wrap(line(span(where, "strong")), { columns }),
    ...rows.flatMap(([key, verb]) =>
      wrap(line(span(`  ${key.padEnd(width)}  `, "accent"), verb), { columns, hang: width + 4 }),
    ),
  ]);
}

function shownOf({ shown }: KeyRow<unknown>): readonly Shown[] {
  return shown === null ? [] : [[shown.key, shown.verb]];
}
