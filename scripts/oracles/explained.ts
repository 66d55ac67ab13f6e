/** Where we mean to differ, and why. */
export interface Explained {
  readonly id: RegExp;
  /** What the difference has to look like; any where it is absent. */
  readonly what?: RegExp;
  /** It shows only where this program is on the machine. */
  readonly needs?: "jq" | "mlr";
  readonly why: string;
}

export const EXPLAINED: readonly Explained[] = [
  {
    id: /^(?:live mlr|miller) /,
    what: /record \d+ has the field `/,
    why: "one header stands for all of CSV, TSV and Markdown: a record with another field ends the run, where Miller begins a second table",
  },
  {
    id: /het\/irregular\.json$|sort-within-records\.json$|reference-verbs\.md@124589$/,
    what: /expected (?:\| )?[bc]/,
    why: "the same fields in another order stand under the first header, where Miller begins a second table",
  },
  {
    id: /nas\.csv$|csv-with-and-without-headers\.md@4191$/,
    what: /row 1: expected .*-349801\.10097848|row 1: expected .*-349801"/,
    why: "a field whose name is a whole number comes first, as in objects of JavaScript; and a name with dots is a name",
  },
  {
    id: /^miller /,
    what: /got c1,c2,c3/,
    why: "columns without names are c1, c2, …, where Miller calls them 1, 2, …",
  },
  {
    id: /record-heterogeneity\.md@4039$/,
    why: "--ragged fill gives a missing cell as an empty text, where Miller leaves the field out",
  },
  {
    id: /record-heterogeneity\.md@10894$/,
    why: "a table has the columns of all of its first 1,000 records, where Miller begins a second one",
  },
  {
    id: /live mlr --o(?:csv|tsv|md) .*(?:array-values|map-values|json-example-2|server-log|stan-example)/,
    needs: "mlr",
    why: "a nested value in a cell is JSON without spaces and line ends, where Miller lays it out",
  },
  {
    id: /colours\.csv$/,
    needs: "mlr",
    why: "semicolons between cells are seen, where Miller has to be told",
  },
  {
    id: /consecutive\.csv$|flatten-dots\.csv$/,
    needs: "mlr",
    why: "a name with dots is a name, where Miller makes nested records of it (and fails at some)",
  },
  {
    id: /quoted-numeric\.csv$/,
    needs: "mlr",
    why: "every cell of CSV is a text, where Miller writes what it takes for a number bare, 004.56 too, which is no JSON",
  },
  {
    id: /--omd .*header-lf\.csv$/,
    needs: "mlr",
    why: "a line end in a cell of Markdown is <br>, where Miller writes it as it is and breaks the table",
  },
  {
    id: /headerless\.csv$/,
    what: /row 1: expected .*John.*23.*got .*23.*John/,
    needs: "mlr",
    why: "a field whose name is a whole number comes first: so objects of JavaScript are",
  },
  {
    id: /live mlr .*ragged\.csv$/,
    needs: "mlr",
    why: "rows before the broken one stand, where Miller loses those that it had not written yet",
  },
  {
    id: /modsep\.dkvp$/,
    needs: "mlr",
    why: "a line without `=` is malformed, where Miller makes up a name for the value",
  },
  {
    id: /sort-missing\.dkvp$/,
    needs: "mlr",
    why: "lines of one pair each are settings, all of them one record",
  },
  {
    id: /live mlr --o(?:csv|tsv|md) vega\/penguins\.json$/,
    what: /null/,
    needs: "mlr",
    why: "null is an empty cell, where Miller writes the word",
  },
];
