import { excerpt, MalformedInput } from "./malformed-input.ts";

/**
 * Names by which columns can be told apart, of the cells of a first row: one without a name is called by its place, `c2`,
 * and the second of one name `a_2`, which is said.
 * @throws {MalformedInput} a name that no record can have
 */
export function columnNames(
  cells: readonly string[],
  { input, line, hint }: { input: string; line: number; hint?: ((line: string) => void) | undefined },
): readonly string[] {
  const names = new Set<string>();
  const numbered: string[] = [];
  // What is named in the row itself keeps its name.
  const given = new Set(cells);
  cells.forEach((cell, i) => {
    // Assigned as a property, this one would set the record's prototype, and the value would be lost.
    if (cell === "__proto__")
      throw new MalformedInput({ input, line, expected: "a usable column name", found: excerpt(cell) });
    const isFree = cell !== "" && !names.has(cell);
    const name = isFree ? cell : freeName(cell === "" ? `c${i + 1}` : cell, { names, given, place: i + 1 });
    if (!isFree && cell !== "") numbered.push(`${excerpt(cell)} in column ${i + 1} is ${excerpt(name)}`);
    names.add(name);
  });
  if (numbered.length > 0) hint?.(`${input}: columns of one name: ${shortList(numbered)}`);
  return [...names];
}

function freeName(
  name: string,
  { names, given, place }: { names: ReadonlySet<string>; given: ReadonlySet<string>; place: number },
): string {
  const isTaken = (one: string) => names.has(one) || given.has(one);
  if (name === `c${place}` && !isTaken(name)) return name;
  let count = 2;
  while (isTaken(`${name}_${count}`)) count++;
  return `${name}_${count}`;
}

const SHOWN = 3;

function shortList(parts: readonly string[]): string {
  const more = parts.length > SHOWN ? `, and ${parts.length - SHOWN} more` : "";
  return `${parts.slice(0, SHOWN).join(", ")}${more}`;
}
