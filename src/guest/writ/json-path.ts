/** One step of a path: what it takes of one value. */
type Step = (value: unknown) => readonly unknown[];

const NAME = /\.\.?([A-Za-z_$\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff-]*|\*)/y;
const INDEX = /\[\s*(-?\d+|\*)\s*\]/y;
const QUOTED = /\[\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\]/y;
const SLICE = /\[\s*(-?\d+)?\s*:\s*(-?\d+)?\s*\]/y;

let last: { readonly path: string; readonly steps: readonly Step[] } | null = null;

/**
 * All values at a path of a document, by RFC 9535 without filters: `$.users[0].name`, `$["a b"]`, `[*]`, `[1:3]`, `..id`
 * at any depth. The leading `$` may be left out. Empty where there is none. O(what it visits).
 * @throws {TypeError} for a path that is none, naming the column
 */
export function jsonPath(value: unknown, path: string): unknown[] {
  if (last?.path !== path) last = { path, steps: stepsOf(path) };
  let found: unknown[] = [value];
  for (const step of last.steps) found = found.flatMap(step);
  return found;
}

function stepsOf(path: string): readonly Step[] {
  const text = path.startsWith("$") ? path.slice(1) : /^[[.]/.test(path) ? path : `.${path}`;
  const before = path.length - text.length;
  const steps: Step[] = [];
  for (let at = 0; at < text.length; ) {
    const isDeep = text.startsWith("..", at);
    if (isDeep) steps.push(withAllBelow);
    // `..[0]`: the brackets follow the dots.
    const from = isDeep && text[at + 2] === "[" ? at + 2 : at;
    const { step, end } = stepAt(text, from) ?? refuse(path, before + from);
    steps.push(step);
    at = end;
  }
  return steps;
}

function refuse(path: string, at: number): never {
  const column = Math.max(0, at) + 1;
  throw new TypeError(
    `jsonPath: expected .name, [0], [*], [1:3] or ["name"] at column ${column} of ${JSON.stringify(path)}`,
  );
}

function stepAt(text: string, at: number): { readonly step: Step; readonly end: number } | null {
  const match = (shape: RegExp) => {
    shape.lastIndex = at;
    return shape.exec(text);
  };
  const found = (end: number, step: Step) => ({ step, end });
  const name = match(NAME);
  if (name) return found(NAME.lastIndex, name[1] === "*" ? children : member(name[1]!));
  const index = match(INDEX);
  if (index) return found(INDEX.lastIndex, index[1] === "*" ? children : element(Number(index[1])));
  const slice = match(SLICE);
  if (slice) return found(SLICE.lastIndex, elements(numberOf(slice[1]), numberOf(slice[2])));
  const quoted = match(QUOTED);
  return quoted && found(QUOTED.lastIndex, member(unquote(quoted[1]!)));
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function unquote(text: string): string {
  const inside = text.slice(1, -1);
  return text[0] === "'" ? inside.replace(/\\(.)/g, "$1") : (JSON.parse(text) as string);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const member =
  (name: string): Step =>
  (value) =>
    isObject(value) && !Array.isArray(value) && Object.hasOwn(value, name) ? [value[name]] : [];

const element =
  (index: number): Step =>
  (value) =>
    Array.isArray(value) && index < value.length && -index <= value.length ? [value.at(index)] : [];

const elements =
  (from: number | undefined, to: number | undefined): Step =>
  (value) =>
    Array.isArray(value) ? value.slice(from, to) : [];

const children: Step = (value) => (isObject(value) ? Object.values(value) : []);

const withAllBelow: Step = (value) => [value, ...children(value).flatMap(withAllBelow)];
