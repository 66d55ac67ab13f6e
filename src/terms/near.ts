const EDITS_MOST = 2;

/**
 * The names that were probably meant, nearest first: within two edits
 * (Levenshtein; one for a word of three letters), or one begins the other.
 */
export function nearNames(word: string, names: Iterable<string>): readonly string[] {
  return [...new Set(names)]
    .map((name) => ({ name, edits: edits(name, word) }))
    .filter(({ name, edits }) => isNear(name, word, edits))
    .sort((a, b) => a.edits - b.edits)
    .map(({ name }) => name);
}

function isNear(name: string, word: string, edits: number): boolean {
  const begins = word.length > 1 && (name.startsWith(word) || word.startsWith(name));
  return begins || edits <= Math.min(EDITS_MOST, Math.floor(word.length / 2), name.length - 1);
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap));
    }
    row = next;
  }
  return row[b.length]!;
}
