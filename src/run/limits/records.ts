import type { LimitRow } from "./limit-row.ts";

/** Items of the result, counted by the runner before it writes them (`Invocation.maxRecords`). */
export const records: LimitRow = {
  name: "records",
  enforcedBy: "the runner in the child",
  seal: ({ records }) => (records === null ? {} : { invocation: { maxRecords: records } }),
};
