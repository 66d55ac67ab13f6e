import type { Answer, Question } from "../../terms/event.ts";
import type { Scroll } from "../viewport.ts";

export type ApproveQuestion = Extract<Question, { kind: "approve" }>;

/** What the viewport shows: the code, how it differs from the last draft, or what it does. */
export type View = "code" | "diff" | "explanation";

/** What a line of text is typed for. */
export type TypedFor = "name" | "words" | "example" | "search";

/** What a key does. */
export type ApprovalAction =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "ask-for"; readonly what: TypedFor }
  | { readonly type: "edit" }
  | { readonly type: "diff" }
  | { readonly type: "explain" }
  | { readonly type: "none" }
  | { readonly type: "show-keys" }
  | { readonly type: "scroll"; readonly to: Scroll };
