import { exampleOf, ndjson, type Read } from "../task.ts";
import { type Case, readAssertions } from "./read-assertions.ts";
import { readSignature, type Signature } from "./signature.ts";

/** A function to write, as the sets have it: its head with a comment, and a program that tests it. */
export interface FunctionRow {
  readonly id: string;
  /** What the function is for, in words. */
  readonly words: string;
  /** Ends with the function's head. */
  readonly prompt: string;
  readonly test: string;
}

/**
 * A function to write as a directive that fits writ's form: the arguments of each test are a record of the input, and
 * its result is a record of the output. Tests that are written in `words` are given, the others unseen; where none is,
 * the first is given. The draft is made from the records of what is given. Pure.
 */
export function functionTask(row: FunctionRow): Read {
  try {
    const signature = readSignature(row.prompt);
    const cases = readAssertions(row.test, signature.name);
    const { given, unseen } = share(cases, row.words, signature);
    const ordered = [...given, ...unseen];
    const task = {
      id: row.id,
      directive: directiveOf(row.words, signature),
      examples: given.map((one) => exampleOf(recordOf(one, signature), one.wanted)),
      sampled: ndjson(
        "calls.ndjson",
        given.map((one) => recordOf(one, signature)),
      ),
      judged: ndjson(
        "calls.ndjson",
        ordered.map((one) => recordOf(one, signature)),
      ),
      expected: {
        kind: "results" as const,
        values: ordered.map(({ wanted }) => wanted),
        given: given.length,
      },
    };
    return { ok: true, task };
  } catch (error) {
    return { ok: false, id: row.id, why: (error as Error).message };
  }
}

/** The program that calls a bare function on each record, as a module to go behind its text. */
export function callingModule({ name, parameters }: Signature): string {
  const type = parameters.map((one) => `${one.name}: ${one.type}`).join("; ");
  const args = parameters.map((one) => `record.${one.name}`).join(", ");
  return `export default function* callForEach(input: Input) {
  for (const each of input.records()) {
    const record = each as unknown as { ${type} };
    yield { result: ${name}(${args}) };
  }
}
`;
}

function share(cases: readonly Case[], words: string, { name }: Signature) {
  const plain = (text: string) => text.replace(/\s+/g, "");
  const isGiven = ({ source }: Case) => plain(words).includes(plain(`${name}(${source})`));
  const given = cases.filter(isGiven);
  if (given.length === 0) return { given: cases.slice(0, 1), unseen: cases.slice(1) };
  return { given, unseen: cases.filter((one) => !isGiven(one)) };
}

function recordOf({ args }: Case, { parameters }: Signature): Record<string, unknown> {
  if (args.length !== parameters.length) throw new Error("a test leaves out an argument or has one more");
  return Object.fromEntries(parameters.map(({ name }, at) => [name, args[at]]));
}

function directiveOf(words: string, signature: Signature): string {
  const fields = signature.parameters.map(({ name, type }) => `${name}: ${type}`).join(", ");
  return `${words.trim()}

Do this for each record of the input. Its fields are the arguments: ${fields}. For each yield one record { result }, in which result is of the type ${signature.returns}.`;
}
