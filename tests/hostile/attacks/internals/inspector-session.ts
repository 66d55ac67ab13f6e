// tries: debug oneself, and take scopes of the engine
// runner: off
// expect: failed /NotCapable|Requires|not implemented|not available|Command timed out|is not/
import { Session } from "node:inspector";

export default () =>
  new Promise((done, fail) => {
    const session = new Session();
    session.connect();
    session.post(
      "Runtime.evaluate",
      { expression: "Deno.readTextFileSync('{{secret}}/secret.txt')" },
      (error, { result, exceptionDetails } = {}) =>
        exceptionDetails || error
          ? fail(error ?? new Error(exceptionDetails.exception.description))
          : done(result.value),
    );
  });
