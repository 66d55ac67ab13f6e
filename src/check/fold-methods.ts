import { bounded, type Constant, isList, LENGTH_MOST, numbersOf } from "./constant.ts";

/** The value of a call of a global function by its name, or of `Global.name`, on constants. */
export function globalCall(name: string, values: readonly Constant[]): Constant | undefined {
  const [first] = values;
  if (name === "String.fromCharCode" || name === "String.fromCodePoint") return fromCodes(values);
  if (name === "String" || name === "Number") return first === undefined ? undefined : CASTS[name](first);
  if (name === "Array.of" || name === "Uint8Array.of" || name === "Uint16Array.of") return values;
  if (name === "Array.from" || name === "Uint8Array.from") return listOf(first);
  if (typeof first !== "string" || first.length > LENGTH_MOST) return undefined;
  if (name === "parseInt" || name === "Number.parseInt") {
    return finite(Number.parseInt(first, typeof values[1] === "number" ? values[1] : 10));
  }
  return unlessThrown(() => DECODERS.get(name)?.(first));
}

/** The value of a method of a constant text, number or list, called with constants. */
export function methodCall(
  target: Constant,
  name: string,
  values: readonly Constant[],
): Constant | undefined {
  if (name === "valueOf") return target;
  if (isList(target)) return listMethod(target, name, values);
  if (typeof target === "string") return textMethod(target, name, values);
  if (name !== "toString") return undefined;
  const radix = typeof values[0] === "number" ? values[0] : 10;
  if (typeof target !== "number") return String(target);
  return radix >= 2 && radix <= 36 ? target.toString(radix) : undefined;
}

const CASTS = { String, Number: (value: Constant) => finite(Number(value)) } as const;

const DECODERS = new Map<string, (text: string) => Constant | undefined>([
  ["atob", (text) => atob(text)],
  ["btoa", (text) => btoa(text)],
  ["decodeURIComponent", (text) => decodeURIComponent(text)],
  ["decodeURI", (text) => decodeURI(text)],
  ["encodeURIComponent", (text) => encodeURIComponent(text)],
  ["JSON.parse", (text) => plain(JSON.parse(text))],
]);

function plain(value: unknown): Constant | undefined {
  if (["string", "number", "boolean"].includes(typeof value)) return value as Constant;
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}

function fromCodes(values: readonly Constant[]): string | undefined {
  const codes = numbersOf(values);
  return codes && codes.length <= LENGTH_MOST ? String.fromCharCode(...codes) : undefined;
}

function listOf(value: Constant | undefined): readonly Constant[] | undefined {
  return typeof value === "string" ? [...value] : isList(value) ? value : undefined;
}

function finite(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

function unlessThrown(act: () => Constant | undefined): Constant | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function listMethod(
  target: readonly Constant[],
  name: string,
  values: readonly Constant[],
): Constant | undefined {
  const [first, second] = values;
  switch (name) {
    case "join":
      return bounded(target.join(first === undefined ? "," : String(first)));
    case "toString":
      return bounded(target.join(","));
    case "reverse":
    case "toReversed":
      return [...target].reverse();
    case "concat":
      return [...target, ...values.flat()];
    case "flat":
      return target.flat() as readonly Constant[];
    case "at":
      return typeof first === "number" ? target.at(first) : undefined;
    case "slice":
      return target.slice(
        ...([first, second].filter((one) => typeof one === "number") as [number?, number?]),
      );
    default:
      return undefined;
  }
}

function textMethod(target: string, name: string, values: readonly Constant[]): Constant | undefined {
  const [first, second] = values;
  const numbers = numbersOf(values);
  if (WITHOUT.has(name)) return target[name as "trim"]();
  if (NUMBERED.has(name)) return numbers && target[name as "slice"](numbers[0]!, numbers[1]);
  if (name === "charCodeAt" || name === "codePointAt") return numbers && coded(target, name, numbers[0]);
  if (name === "concat") return bounded(target + values.map(String).join(""));
  if (name === "repeat") {
    return typeof first === "number" && target.length * first <= LENGTH_MOST && first >= 0
      ? target.repeat(first)
      : undefined;
  }
  if (name === "padEnd" || name === "padStart") {
    if (typeof first !== "number" || first > LENGTH_MOST) return undefined;
    return second === undefined ? target[name](first) : target[name](first, String(second));
  }
  if (typeof first !== "string") return undefined;
  if (name === "split") return target.split(first);
  if ((name === "replace" || name === "replaceAll") && typeof second === "string") {
    return bounded(target[name](first, () => second));
  }
  return undefined;
}

function coded(target: string, name: "charCodeAt" | "codePointAt", at = 0): number | undefined {
  return finite(target[name](at) ?? Number.NaN);
}

const WITHOUT = new Set(["toString", "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase"]);
const NUMBERED = new Set(["at", "charAt", "slice", "substring", "substr"]);
