/** Lines to find and lines to put in their place. `at`: where the edit says that they are, counted from 0. */
export interface Edit {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly at: number | null;
}

export type Edited =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: string };

const EDITS_MOST = 100;

/** Whether a text is changes to a module and not a module. */
export function isEdit(text: string, language = ""): boolean {
  return /^<{5,9} ?SEARCH\b/m.test(text) || language === "diff" || language === "patch" || isDiff(text);
}

function isDiff(text: string): boolean {
  return /^(?:@@|\*\*\* Begin Patch|(?:---|\+\+\+) \S)/m.test(text) && /^[+-]/m.test(text);
}

/** The edits in a text, in order: search and replace blocks, or the hunks of a unified diff. In linear time. */
export function readEdits(text: string): readonly Edit[] {
  return /^<{5,9} ?SEARCH\b/m.test(text) ? readReplacements(text) : readHunks(text);
}

/**
 * The code with the edits made, each only where its lines stand exactly so, and in one place; else which of them does
 * not fit, and why. An edit that finds nothing to replace stands for a whole new module.
 */
export function applyEdits(code: string, edits: readonly Edit[]): Edited {
  const [first] = edits;
  if (!first) return { ok: false, problem: "it is a change to the module without anything to change" };
  if (edits.length > EDITS_MOST) return { ok: false, problem: `it is more than ${EDITS_MOST} changes` };
  if (edits.length === 1 && first.before.length === 0) return { ok: true, code: first.after.join("\n") };
  let lines: readonly string[] = code.replace(/\n$/, "").split("\n");
  let shift = 0;
  for (const [index, edit] of edits.entries()) {
    const place = placeOf(edit, lines, shift);
    if (typeof place === "string") {
      const which = edits.length === 1 ? "" : ` ${index + 1} of ${edits.length}`;
      return { ok: false, problem: `the change${which} that it makes to the module ${place}` };
    }
    lines = [...lines.slice(0, place), ...edit.after, ...lines.slice(place + edit.before.length)];
    shift += edit.after.length - edit.before.length;
  }
  return { ok: true, code: lines.join("\n") };
}

/** The line at which an edit's lines stand; where there are several, the one that it names. Else a clause. */
function placeOf({ before, at }: Edit, lines: readonly string[], shift: number): number | string {
  if (before.length === 0) return "replaces nothing";
  const places = findLines(before, lines);
  if (places.length === 1) return places[0]!;
  const first = JSON.stringify(before.find((line) => line.trim() !== "") ?? "");
  if (places.length === 0) return `does not fit: ${first} and what follows does not stand there so`;
  const named = at === null ? -1 : places.indexOf(at + shift);
  return named === -1 ? `fits in ${places.length} places: ${first}` : places[named]!;
}

function findLines(wanted: readonly string[], lines: readonly string[]): readonly number[] {
  const text = `\n${lines.join("\n")}\n`;
  const needle = `\n${wanted.join("\n")}\n`;
  const places: number[] = [];
  let line = 0;
  let from = 0;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    for (; from < at; from++) if (text[from] === "\n") line++;
    places.push(line);
  }
  return places;
}

function readReplacements(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  let part: "none" | "before" | "after" = "none";
  let before: string[] = [];
  let after: string[] = [];
  for (const line of text.split("\n")) {
    if (/^<{5,9} ?SEARCH\b/.test(line)) [part, before, after] = ["before", [], []];
    else if (part === "before" && /^={5,9}\s*$/.test(line)) part = "after";
    else if (part === "after" && /^>{5,9} ?REPLACE\b/.test(line)) {
      edits.push({ before, after, at: null });
      part = "none";
    } else if (part === "before") before.push(line);
    else if (part === "after") after.push(line);
  }
  return edits;
}

function readHunks(text: string): readonly Edit[] {
  const edits: { before: string[]; after: string[]; at: number | null }[] = [];
  let hunk: (typeof edits)[number] | null = null;
  for (const line of text.split("\n")) {
    if (/^(?:---|\+\+\+) \S|^(?:diff|index) |^\*\*\*|^\\ No newline/.test(line)) {
      // The files are known: there is one.
      if (!line.startsWith("\\")) hunk = null;
      continue;
    }
    if (line.startsWith("@@")) {
      const from = /^@@ -(\d+)/.exec(line)?.[1];
      hunk = { before: [], after: [], at: from === undefined ? null : Math.max(0, Number(from) - 1) };
      edits.push(hunk);
      continue;
    }
    if (hunk === null) {
      if (!/^[ +-]/.test(line)) continue;
      hunk = { before: [], after: [], at: null };
      edits.push(hunk);
    }
    addLine(hunk, line);
  }
  return edits.map(withoutLastEmpty).filter(({ before, after }) => before.join("\n") !== after.join("\n"));
}

function addLine(hunk: { before: string[]; after: string[] }, line: string): void {
  const rest = line.slice(1);
  if (!line.startsWith("+")) hunk.before.push(line.startsWith("-") ? rest : contextOf(line));
  if (!line.startsWith("-")) hunk.after.push(line.startsWith("+") ? rest : contextOf(line));
}

/** Models leave out the space of a line of context that is empty, or of all. */
function contextOf(line: string): string {
  return line.startsWith(" ") ? line.slice(1) : line;
}

/** The empty line before a closing fence is no line of the code. */
function withoutLastEmpty({ before, after, at }: Edit): Edit {
  const isPadded = before.at(-1) === "" && after.at(-1) === "";
  return isPadded ? { before: before.slice(0, -1), after: after.slice(0, -1), at } : { before, after, at };
}
