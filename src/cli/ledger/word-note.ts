import type { LedgerNote } from "../../keep/ledger/entry.ts";
import { visibleLine } from "../../terms/visible.ts";

/** What happened to the ledger, in a line. */
export function wordNote(note: LedgerNote): string {
  switch (note.kind) {
    case "newer":
      return `the history is left as it is: a newer writ wrote ${visibleLine(note.path)} (version ${note.version}); use that one, or remove the file`;
    case "damaged":
      return `the history was damaged and is begun anew; what was there is kept as ${visibleLine(note.aside)}`;
    case "no-sqlite":
      return "there is no history: this Node was built without SQLite; install writ with its optional dependencies";
    case "lines-left":
      return `${note.count} ${note.count === 1 ? "line" : "lines"} of the earlier history could not be taken over, and ${note.count === 1 ? "stays" : "stay"} in ${visibleLine(note.path)}`;
  }
}
