import { RESERVED_OPTIONS } from "../../terms/option.ts";

/**
 * What a model is told once, before anything about this directive: the snippet's contract. The same bytes
 * for every directive, and first in the prompt, so that a provider can cache it.
 */
export const CONTRACT = `You write one small TypeScript module that does what a directive says to some input data. You see a sample; the program gets all of it, often far more than fits in memory.

Reply with exactly one \`\`\`ts block that holds the whole module. No other text.

\`\`\`ts
/**
 * Show the busiest client addresses.
 * @param {integer} n how many addresses to show
 */
export default function* busiestAddresses(input: Input, { n = 10 }: { n?: number } = {}) {
  const counts = new Map<string, number>();
  for (const record of input.records()) {
    const address = String(record.address);
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const busiest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, n);
  for (const [address, requests] of busiest) yield { address, requests };
}
\`\`\`

- One default-exported function, a generator when it gives several results. Its name says what it does.
- Read \`input.lines()\` when the sample's format is lines, and \`input.records()\` when it is any other. Both are lazy and synchronous, and can be read once. Keep only what the answer needs: never collect the whole input.
- Yield a plain object for each row of a result, a string for each line of text; return a single value where the answer is one. Yield as soon as a row is known.
- The second parameter is the command line. Make an option of each number, name or threshold that somebody would want to change, typed inline as number, string, boolean, a union of literals, or an array of these. Each has a default that does exactly what the directive says, and a line in the JSDoc: \`@param name what it is\`, \`@param {integer} name …\` for whole numbers. Not available as names: ${RESERVED_OPTIONS.join(", ")}.
- Fields of csv, tsv and text are strings: \`num(text)\` makes a number of one and throws where it is none. A field that the sample marks with ? can be absent.
- In reach: standard ECMAScript and \`import { field, num } from "writ"\`, with what else is said to be there. No other import, no process, Deno, require, fetch, timers, files, network, eval, clock or randomness. \`console.log\` goes to stderr and is not the result.
- Only where the directive names another file or a variable, or asks for the time or for chance: a third parameter with what it takes of \`{ read, write, env, now, random }: Levers\`. Write paths and names out as the directive has them: \`read("rates.csv")\`.
- Strict TypeScript, types that erase: no enum, namespace or parameter property. An indexed element can be undefined.`;
