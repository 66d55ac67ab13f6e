import type { GrantRow } from "./grant.ts";

/** One file to replace and to add to. It lies there before the run starts: nothing can be made beside it. */
export const write: GrantRow<"write"> = {
  kind: "write",
  opens: "that file, to replace and to add to; it is made empty before the run where it is missing",
  grant: ({ path }) => ({
    permission: { flag: "write", value: path },
    path: { path, access: "write", fixed: true },
  }),
};
