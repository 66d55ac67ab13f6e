/** The parsers of formats that need a library: loaded only where one is read, and handed to the reader. */
export type DocumentParsers = Readonly<Record<"yaml" | "toml", (text: string) => Parsed>>;

export type Parsed =
  | { readonly ok: true; readonly documents: readonly unknown[] }
  /** 1-based. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly problem: string };
