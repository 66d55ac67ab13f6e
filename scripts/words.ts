// npm run words: the design's words are written one way, in documentation, help, errors and comments.
import { projectProse, type Sentence } from "./prose.ts";

/** A word that is not written here, and what is written instead. */
export interface Row {
  readonly wrong: RegExp;
  readonly right: string;
}

export const ROWS: readonly Row[] = [
  { wrong: /\bWrit\b/, right: "writ, also where a sentence begins" },
  { wrong: /\bsand[- ]box/i, right: "sandbox" },
  { wrong: /\b(white|black) ?-?lists?\b/i, right: "allow-list, deny-list" },
  { wrong: /\ballow ?lists?\b/i, right: "allow-list" },
  { wrong: /\b(LLMs?|AI|A\.I\.|GPT)\b/, right: "model" },
  { wrong: /\bjail(ed|s)?\b/i, right: "sandbox, sealed" },
  { wrong: /\bstd-(in|out|err)\b|\bstandard (input|output|error)\b/i, right: "stdin, stdout, stderr" },
  { wrong: /\bfile-?system\b/, right: "file system" },
  { wrong: /\bsnipets?\b|\bcode snippets?\b/i, right: "snippet" },
  { wrong: /\bwhitespaces?\b/i, right: "white space" },
  { wrong: /\bfilenames?\b/i, right: "file name" },
  { wrong: /\bend[- ]points?\b/i, right: "endpoint" },
  { wrong: /\bcan not\b/i, right: "cannot" },
  // British, as the first pages were written.
  {
    wrong: /\b(recogn|organ|normal|real|optim|initial|minim|summar|serial|special)iz(e|ed|es|ing)\b/i,
    right: "-ise",
  },
  { wrong: /\bcolor(s|ed|ing|less)?\b/i, right: "colour" },
  { wrong: /\bgray\b/i, right: "grey" },
  { wrong: /\bbehavior/i, right: "behaviour" },
  { wrong: /\bfavor(ite)?\b|\bhonor(s|ed)?\b/i, right: "favour, honour" },
  { wrong: /\blicense\b/, right: "licence (the noun; the file is LICENSE)" },
  { wrong: /\bcatalog\b/i, right: "catalogue" },
  { wrong: /\bcanceled\b|\bcanceling\b|\blabeled\b|\bmodeled\b/i, right: "cancelled, labelled, modelled" },
  { wrong: /\bartifact/i, right: "artefact" },
  // Common slips.
  {
    wrong:
      /\b(teh|recie\w+|seper\w+|occur(ed|ence)s?|untill|wich|existance|accross|definately|dependanc\w+)\b/i,
    right: "the usual spelling",
  },
  {
    wrong:
      /\b(lenght|adress\w*|arguement|begining|beleive|commited|compatab\w+|consistant|enviroment|neccess\w+)\b/i,
    right: "the usual spelling",
  },
  {
    wrong:
      /\b(paramater|priviledge|reponse|succesful\w*|supress\w*|transfered|unkown|writen|explicitely|alot)\b/i,
    right: "the usual spelling",
  },
  { wrong: /\b(the the|a a|an an|of of|to to|is is|in in|and and)\b/, right: "the word once" },
];

/** `file:line: "found": right`, for every word that is written otherwise. */
export function wrongWords(prose: readonly Sentence[], rows: readonly Row[] = ROWS): readonly string[] {
  return prose.flatMap(({ file, line, text }) =>
    rows.flatMap(({ wrong, right }) => {
      const found = wrong.exec(text)?.[0];
      return found === undefined ? [] : [`${file}:${line}: "${found}": write ${right}`];
    }),
  );
}

if (import.meta.main) {
  const prose = projectProse(".");
  const found = wrongWords(prose);
  for (const one of found) console.error(one);
  process.exitCode = found.length > 0 ? 1 : 0;
  if (found.length === 0)
    console.log(`words: ${new Set(prose.map(({ file }) => file)).size} files, none strange`);
}
