import { RESERVED_OPTIONS } from "../../terms/option.ts";
import type { Rule } from "../rule.ts";

export const noReservedOptions: Rule = {
  name: "no-reserved-options",
  severity: "refuse",
  summary: `Options with a name that writ keeps for itself: ${RESERVED_OPTIONS.join(", ")}.`,
  reason: "after a command's name these options are writ's own, so that this one could never be given",
  hint: "choose another name, such as `format` for `output` or `since` for `time`",
  misses: "names that look like writ's own, such as `outputs`",
  refused: [
    'export default (input, { output = "x" }: { output?: string }) => output; // <- here',
    "export default (input, {\n  h = 1, // <- here\n} = {}) => h;",
  ],
  allowed: [
    "export default (input, { n = 10, timeout = 1 }: { n?: number; timeout?: number }) => n + timeout;",
    "export default (input) => { const help = 1; return help; };",
  ],
  *run({ options }) {
    for (const { name } of options.schema.options) {
      const place = options.places.get(name);
      if (place && RESERVED.has(name))
        yield { place, message: `the option name \`${name}\` is kept for writ` };
    }
  },
};

const RESERVED: ReadonlySet<string> = new Set(RESERVED_OPTIONS);
