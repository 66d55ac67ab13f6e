import { documentFormat, filledLines } from "./document.ts";

const TABLE = /^\[\[?[\w."' -]+\]\]?\s*(?:#.*)?$/;
const PAIR = /^[\w."-]+ *= *(?:["'[{]|true\b|false\b|[-+\d])/;

/** TOML 1.0: one record. Dates stay text. Taken for it are tables whose every value is written as TOML's are. */
export const toml = documentFormat("toml", /^\[/m, (head) => {
  const lines = filledLines(head).slice(0, 20);
  const tables = lines.filter((line) => TABLE.test(line)).length;
  const pairs = lines.filter((line) => PAIR.test(line)).length;
  const isOnlyThat = lines.every((line) => /^\s|^[\]}]/.test(line) || TABLE.test(line) || PAIR.test(line));
  return tables > 0 && pairs > 0 && isOnlyThat ? "it has tables and values of TOML" : null;
});
