import { type By, keyReader } from "./by.ts";
import { createScale } from "./scale.ts";

type Kind = "inner" | "left" | "full" | "without";
/** The kinds of the keys of one side, each with the first such key. */
type Kinds = Map<string, unknown>;
type BothKinds = { readonly left: Kinds; readonly right: Kinds };

/**
 * Pairs of items with the same key: `[left, right]`, in the order of `left`. The right side is held in memory, so it
 * should be the smaller; the left one streams. O(n + m). Keys that are null, undefined or "" match nothing.
 * @throws {TypeError} at the end, where no key of one side could ever be that of the other: texts here, numbers there
 */
export function* join<L, R>(
  left: Iterable<L>,
  right: Iterable<R>,
  by: By<L> | readonly [By<L>, By<R>],
  kind: Kind = "inner",
): Generator<readonly [L | undefined, R | undefined], undefined> {
  const [ofLeft, ofRight] = Array.isArray(by)
    ? (by as [By<L>, By<R>])
    : [by as By<L>, by as unknown as By<R>];
  const keyOf = keyReader("join", ofLeft);
  const kinds: BothKinds = { left: new Map(), right: new Map() };
  const { held, matched } = hold(right, keyReader("join", ofRight), kinds.right);
  for (const item of left) {
    const key = keyOf(item);
    note(kinds.left, key);
    const found = isEmpty(key) ? undefined : held.get(key);
    if (found && kind !== "without") for (const other of found) yield [item, other];
    else if (!found && kind !== "inner") yield [item, undefined];
    if (found && kind === "full") matched.add(key);
  }
  if (areApart(kinds)) throw new TypeError(wordsFor(kinds, ofLeft));
  if (kind !== "full") return;
  for (const [key, items] of held) if (!matched.has(key)) for (const item of items) yield [undefined, item];
}

function hold<R>(items: Iterable<R>, keyOf: (item: R) => unknown, kinds: Kinds) {
  const held = new Map<unknown, R[]>();
  const scale = createScale("join");
  for (const item of items) {
    scale.add(item);
    // One that matches nothing has a key of its own.
    const found = keyOf(item);
    note(kinds, found);
    const key = isEmpty(found) ? item : found;
    const group = held.get(key);
    if (group) group.push(item);
    else held.set(key, [item]);
  }
  return { held, matched: new Set<unknown>() };
}

function isEmpty(key: unknown): boolean {
  return key === null || key === undefined || key === "";
}

function note(kinds: Kinds, key: unknown): void {
  const kind = KINDS[typeof key];
  if (kind !== undefined && key !== "" && !kinds.has(kind)) kinds.set(kind, key);
}

const KINDS: Partial<Record<string, string>> = {
  ...{ string: "texts", number: "numbers", bigint: "numbers", boolean: "booleans" },
};

/** Both sides have keys, and none of one side is of a kind that the other side has. */
function areApart({ left, right }: BothKinds): boolean {
  return left.size > 0 && right.size > 0 && ![...left.keys()].some((kind) => right.has(kind));
}

function wordsFor({ left, right }: BothKinds, by: unknown): string {
  const said = (kinds: Kinds) => [...kinds].map(([kind, key]) => `${kind} (${show(key)})`).join(" and ");
  const field = typeof by === "string" && /^[A-Za-z_$][\w$]*$/.test(by) ? by : "id";
  const how = left.has("numbers")
    ? `["${field}", (right) => num(right.${field})]`
    : `[(left) => num(left.${field}), "${field}"]`;
  return `join: nothing can match: the keys of the left side are ${said(left)}, those of the right side ${said(right)}: make them alike, as in ${how}`;
}

function show(key: unknown): string {
  return typeof key === "string" ? JSON.stringify(key.slice(0, 30)) : String(key);
}
