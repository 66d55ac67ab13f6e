/** Thrown where an input cannot be opened, or not be read on. Ends a run with exit code 66. */
export class UnreadableInput extends Error {
  constructor(input: string, cause: unknown) {
    super(`${input} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = "UnreadableInput";
  }
}
