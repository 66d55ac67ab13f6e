/** What is killed in the middle: a line of bash in which every word that matters writes files of writ's. */
export interface Step {
  readonly name: string;
  readonly line: string;
}

/** `n` is different each time, so that each time something new is written. */
export const STEPS: readonly ((n: number) => Step)[] = [
  (n) => ({
    name: "save",
    line: `writ "the ten most frequent addresses" access.log --yes -q --save kept-${n}`,
  }),
  (n) => ({
    name: "approve",
    line: `writ approve mine --yes --memory ${200 + n}M`,
  }),
  () => ({
    name: "first run",
    line: 'rm -rf "$HOME"/.local/state/writ/{runs,runners,stages,sandbox.json}; writ run top-values --field status access.log',
  }),
  () => ({ name: "short run", line: "writ run unique access.log" }),
  (n) => ({ name: "config", line: `writ config model.wait_first ${10 + n}s` }),
  (n) => ({
    name: "two at once",
    line: `writ config model.wait_next ${10 + n}s & writ config output.form json & writ run -q select access.log & wait`,
  }),
  () => ({
    name: "save, rename, remove",
    line: 'writ "extract all IP addresses" access.log --yes -q --save passing; writ rename passing moved; writ remove moved --yes',
  }),
];
