import { variableOf } from "../../terms/granted-variable.ts";
import type { GrantRow } from "./grant.ts";

/** One variable, under a name of ours, so that neither the loader nor the engine obeys it, whatever it is called. */
export const env: GrantRow<"env"> = {
  kind: "env",
  opens: "that variable, under a name that the engine does not obey; its value is never written down",
  grant: ({ name }) => ({
    permission: { flag: "env", value: variableOf(name) },
    variable: variableOf(name),
  }),
};
