import { readdirSync, readFileSync } from "node:fs";

/** A published attack, written again as a snippet: its first lines say from where it is, and what it needs. */
export interface Sample {
  readonly name: string;
  readonly source: string;
  readonly needs: string;
  /** `refused`, `asks for CAPABILITY`, or `accepted, …` with the reason why that gives it nothing. */
  readonly expected: string;
  readonly code: string;
}

const FOLDER = new URL("../../tests/check/dangerous/", import.meta.url);

export function dangerousSamples(): readonly Sample[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => readSample(file.replace(/\.txt$/, ""), readFileSync(new URL(file, FOLDER), "utf8")));
}

function readSample(name: string, code: string): Sample {
  const line = (label: string) => {
    const found = new RegExp(`^// ${label}: (.+)$`, "m").exec(code)?.[1];
    if (found === undefined) throw new Error(`${name} has no line "// ${label}: …"`);
    return found;
  };
  return { name, source: line("Source"), needs: line("Needs"), expected: line("Expected"), code };
}
