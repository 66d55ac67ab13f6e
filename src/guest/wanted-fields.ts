import { onlyFields } from "../formats/only-fields.ts";
import { toText } from "../formats/row.ts";

/** What a snippet may say about the fields of the records that it asks for. */
export interface Asked {
  /** Only these, in this order. */
  readonly fields?: readonly string[] | undefined;
  /** Each of these is in at least one record. */
  readonly require?: readonly string[];
}

/** The fields that were asked for, of one input or of several that are read as one. */
export class WantedFields {
  readonly fields: readonly string[] | undefined;
  readonly #unseen: Set<string>;
  #names: readonly string[] | null = null;
  /** The first value that is no record. */
  #other: { readonly value: unknown } | null = null;

  /** @throws {TypeError} something else than lists of names was given */
  constructor({ fields, require = [] }: Asked) {
    if (fields !== undefined) checkNames(fields);
    checkNames(require);
    this.fields = fields && [...new Set(fields)];
    this.#unseen = new Set(require);
  }

  /** Whether records that are not whole need no second look. */
  get isSettled(): boolean {
    return this.#unseen.size === 0;
  }

  /** A record as it was read: the first of an input with all of its fields. */
  take(record: unknown, { isWhole }: { readonly isWhole: boolean }): unknown {
    if (this.#unseen.size > 0) this.#see(record);
    return isWhole && this.fields ? onlyFields(record, this.fields) : record;
  }

  /** @throws {Error} there were records, and none had one of the fields that are required */
  end(): void {
    const [missing] = this.#unseen;
    if (missing === undefined) return;
    if (this.#names !== null)
      throw new Error(`no record has a field \`${missing}\`: there are ${this.#names.join(", ")}`);
    if (this.#other === null) return;
    const shown = toText(this.#other.value).slice(0, 40);
    throw new Error(`no record has a field \`${missing}\`: there are values without fields, as ${shown}`);
  }

  #see(record: unknown): void {
    if (!isObject(record)) {
      this.#other ??= { value: record };
      return;
    }
    this.#names ??= Object.keys(record);
    for (const name of this.#unseen) if (Object.hasOwn(record, name)) this.#unseen.delete(name);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function checkNames(names: unknown): void {
  if (Array.isArray(names) && names.every((name) => typeof name === "string")) return;
  throw new TypeError('records() takes the names of fields: input.records({ fields: ["status", "path"] })');
}
