/** Thrown by a writer for a value that the chosen output has no form for. Ends a run with exit code 1. */
export class Unrenderable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Unrenderable";
  }
}
