import { columnsOf } from "./columns-of.ts";
import { type Sink, visibleSink } from "./stderr-filter.ts";

/** Rows that are held back to lay out a table are shown once nothing came for so long. */
const QUIET_MS = 150;

/** stdout where it is a terminal: a table drawn from tagged lines, or the child's own rendering made visible. */
export async function openResultSink({
  draws,
  before,
  hint,
}: {
  readonly draws: boolean;
  /** Told at the end what is of interest besides. */
  readonly hint: (line: string) => void;
  /** Told of each text before it is written. */
  readonly before: (text: string) => void;
}): Promise<Sink> {
  const write = (text: string) => {
    before(text);
    process.stdout.write(text);
  };
  if (!draws) return visibleSink(write);
  const { createResultView } = await import("../../shell/result.ts");
  const view = createResultView({
    write,
    columns: () => columnsOf(process.stdout),
    color: process.stdout.hasColors?.() ?? false,
  });
  let quiet: NodeJS.Timeout | undefined;
  return {
    write(chunk) {
      clearTimeout(quiet);
      view.take(chunk);
      quiet = setTimeout(() => view.flush(), QUIET_MS);
    },
    end() {
      clearTimeout(quiet);
      view.end();
      const { narrowed } = view;
      if (narrowed) hint(wordNarrowed(narrowed));
    },
  };
}

function wordNarrowed({ shown, columns }: { readonly shown: number; readonly columns: number }): string {
  return `${shown} of ${columns} columns fit: -o json shows all of them, -o table | less -S lets you scroll`;
}
