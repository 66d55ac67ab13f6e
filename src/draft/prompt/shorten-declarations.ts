const STANDARD = /^declare (?:class|function) (\w+)(?:[^{;\n]*;|[^{]*\{[\s\S]*?^\})\n?/gm;
/** Several inputs and one by one: told where there are several (`othersPart`). */
const FILES = /^(?:\/\*\*[^\n]*\*\/\n)?interface Input(?:File)?<[\s\S]*?^\}\n+/gm;
/** Said by the contract, or of no use to who writes code: what is for tools, and how modules name types. */
const LEFT_OUT = [
  /^\/\/.*\n/gm,
  /^(?:\/\*\*[^\n]*\*\/\n)?declare const console:[\s\S]*?^\};\n/gm,
  /^ +export type \{.*\};\n/gm,
];

/**
 * Declarations as a model needs them for one input: what every model knows from elsewhere (`declare class` and `declare
 * function`, as of `URL`) is only named, and what the contract or another part says is left out.
 */
export function shortenDeclarations(declarations: string): string {
  const names = [...declarations.matchAll(STANDARD)].map((match) => match[1]!);
  const own = LEFT_OUT.reduce(
    (text, pattern) => text.replace(pattern, ""),
    oneInput(declarations.replace(STANDARD, "")),
  );
  const rest = tighten(own).trim();
  return names.length === 0 ? rest : `${rest}\n\n// And, as everywhere: ${names.join(", ")}.`;
}

/** `Input` with the methods of `Readable`, and none for several inputs. */
function oneInput(declarations: string): string {
  if (!/^interface Readable</m.test(declarations)) return declarations;
  return declarations
    .replace(FILES, "")
    .replace(
      "interface Readable<Row> {",
      "/** Lazy; can be read once, in one way. */\ninterface Input<Row = InputRecord> {",
    );
}

/** The same in fewer characters: comments on one line, no empty ones between blocks, iterators by what they yield. */
export function tighten(declarations: string): string {
  return declarations
    .replace(
      /\/\*\*[\s*]*([\s\S]*?)\s*\*\//g,
      (_, text: string) => `/** ${text.replace(/\s*\n\s*\* ?/g, " ")} */`,
    )
    .replace(/, undefined, unknown>/g, ">")
    .replace(/\n{3,}/g, "\n\n");
}
