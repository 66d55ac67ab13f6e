import { tellUnconverted } from "./unconverted.ts";

/** @throws {TypeError} naming the helper, what it expected and found, and where in the input that stood, if it is known */
export function refuse(helper: string, problem: string): never {
  const where = tellUnconverted(problem, "thrown");
  throw new TypeError(`${helper}: ${problem}${where === "" ? "" : ` (${where})`}`);
}
