import type { GrantRow } from "./grant.ts";

/** One file to replace and to add to. It lies there before the run starts: nothing can be made beside it. */
export const write: GrantRow<"write"> = {
  kind: "write",
  grant: ({ path }) => ({
    permission: { flag: "write", value: path },
    path: { path, access: "write", fixed: true },
  }),
};
