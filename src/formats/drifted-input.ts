/**
 * Thrown under `--strict` where the input is not of the shape that the command was approved on, or a value of it cannot
 * be converted. Exit code 65.
 */
export class DriftedInput extends Error {
  override readonly name = "DriftedInput";
}
