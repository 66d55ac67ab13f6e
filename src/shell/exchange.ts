import type { Answer, Question } from "../terms/event.ts";
import type { Highlight } from "../terms/highlight.ts";
import { answerFrame, answerRecord } from "./answer/layout.ts";
import { answerKey, startAnswer } from "./answer/state.ts";
import { approvalFrame, approvalSeen } from "./approval/layout.ts";
import { decisionRecord } from "./approval/record.ts";
import {
  type ApprovalState,
  approvalEdited,
  approvalKey,
  type Edited,
  startApproval,
} from "./approval/state.ts";
import { confirmFrame, confirmKey, confirmRecord, startConfirm } from "./confirm.ts";
import { consentFrame, consentRecord } from "./consent/layout.ts";
import { consentKey, startConsent } from "./consent/state.ts";
import type { Frame, Size } from "./frame.ts";
import type { Key } from "./key.ts";
import type { Line } from "./line.ts";
import { repairFrame, repairRecord } from "./repair/layout.ts";
import { repairKey, startRepair } from "./repair/state.ts";

export type { Edited };

/** What a question needs its owner to do, who has the terminal: open the code in the user's editor. */
export interface EditRequest {
  readonly kind: "edit";
  readonly code: string;
}

/** A question being asked: its state, behind the things that are done with it. */
export interface Exchange {
  /** Take a key typed while the question was shown at this size. */
  key(key: Key, size: Size): void;
  frame(size: Size): Frame;
  /** Null until there is one. */
  answer(): Answer | null;
  /** What has to be done before the next key; null where nothing has. It is there until `edited` is called. */
  request(): EditRequest | null;
  /** Hand in what came of the request. */
  edited(result: Edited): void;
  /** What stays on the terminal when it is over. */
  record(columns: number): readonly Line[];
}

/** `highlight` gives the colours of code as soon as they are there. */
export function exchangeFor(
  question: Question,
  options: { readonly highlight?: () => Highlight | null } = {},
): Exchange {
  if (question.kind === "consent") return consentExchange(question);
  if (question.kind === "repair") return repairExchange(question);
  if (question.kind === "answer") return answerExchange(question);
  if (question.kind === "confirm") return confirmExchange(question);
  return approvalExchange(question, options.highlight ?? (() => null));
}

function consentExchange(question: Extract<Question, { kind: "consent" }>): Exchange {
  let state = startConsent(question);
  return {
    key(key) {
      state = consentKey(state, key);
    },
    frame: (size) => consentFrame(state, size),
    answer: () => state.answer,
    request: () => null,
    edited() {},
    record: (columns) => consentRecord(state, columns),
  };
}

function repairExchange(question: Extract<Question, { kind: "repair" }>): Exchange {
  let state = startRepair(question);
  return {
    key(key) {
      state = repairKey(state, key);
    },
    frame: (size) => repairFrame(state, size),
    answer: () => state.answer,
    request: () => null,
    edited() {},
    record: (columns) => repairRecord(state, columns),
  };
}

function answerExchange(question: Extract<Question, { kind: "answer" }>): Exchange {
  let state = startAnswer(question);
  return {
    key(key) {
      state = answerKey(state, key);
    },
    frame: (size) => answerFrame(state, size),
    answer: () => state.answer,
    request: () => null,
    edited() {},
    record: (columns) => answerRecord(state, columns),
  };
}

function confirmExchange(question: Extract<Question, { kind: "confirm" }>): Exchange {
  let state = startConfirm(question);
  return {
    key(key) {
      state = confirmKey(state, key);
    },
    frame: (size) => confirmFrame(state, size),
    answer: () => state.answer,
    request: () => null,
    edited() {},
    record: (columns) => confirmRecord(state, columns),
  };
}

function approvalExchange(
  question: Extract<Question, { kind: "approve" }>,
  highlight: () => Highlight | null,
): Exchange {
  let state: ApprovalState = startApproval(question);
  return {
    key(key, size) {
      state = approvalKey(state, key, approvalSeen(state, size));
    },
    frame: (size) => approvalFrame(state, size, highlight()),
    answer: () => state.answer,
    request: () => (state.mode.kind === "editing" ? { kind: "edit", code: question.draft.code } : null),
    edited(result) {
      state = approvalEdited(state, result);
    },
    record: (columns) => decisionRecord(question, state.answer, columns, highlight()),
  };
}
