import type { GrantRow } from "./grant.ts";

/** A file to read, or a folder (its path ends in `/`) with the files beneath it. */
export const read: GrantRow<"read"> = {
  kind: "read",
  opens: "that file, for reading; a folder whose name ends in `/` with the files beneath it",
  grant: ({ path }) => ({
    permission: { flag: "read", value: path },
    path: { path, access: "read", fixed: true },
  }),
};
