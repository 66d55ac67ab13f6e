import { formatRecords } from "../../terms/limit.ts";
import type { LimitRow } from "./limit-row.ts";

/** Items of the result, counted by the runner before it writes them (`Invocation.maxRecords`). */
export const records: LimitRow = {
  name: "records",
  enforcedBy: "the runner in the child",
  flag: "--max-records",
  show: ({ records }) => (records === null ? "none" : formatRecords(records)),
  seal: ({ records }) => (records === null ? {} : { invocation: { maxRecords: records } }),
};
