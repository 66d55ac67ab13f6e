// What a snippet imports from "writ" without more ado; the rest stands in writ/library.ts.
export { field, num } from "./writ/field.ts";
